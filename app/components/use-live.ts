import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { callHeard } from './call-heard.ts';
import { gatherReadings } from './gather-readings.ts';
import { pointsHeard } from './points-heard.ts';
import { presenceHeard } from './presence-heard.ts';
import { rosterHeard } from './roster-heard.ts';
import { streamHeard } from './stream-heard.ts';

/** A browser does not come back to a stream that was answered with an error, as by a proxy whose server begins anew, ms. */
const reopenMs = 3000;

/** Commits that follow within this time are one more reading. */
const restMs = 250;

/** Reads the page again when something changed at this client company, and when the connection returns. */
export function useLive(address: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const { ask, stop } = gatherReadings(revalidate, restMs);
    const close = listenTo(address, {
      changed: () => {
        ask();
        streamHeard.tell('changed');
      },
      lost: () => streamHeard.tell('lost'),
      opened: (wasLost) => {
        if (wasLost) ask();
        streamHeard.tell('open');
      },
    });
    return () => {
      close();
      stop();
    };
  }, [address, revalidate]);
}

type Ears = { changed(): void; lost(): void; opened(wasLost: boolean): void };

/** Opens the stream, and again whenever it was closed. Returns how to stop listening. */
function listenTo(address: string, { changed, lost, opened }: Ears): () => void {
  let stream: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const open = () => {
    stream = new EventSource(address);
    stream.onmessage = changed;
    stream.addEventListener('presence', ({ data }) => presenceHeard.tell(JSON.parse(data)));
    stream.addEventListener('call', () => callHeard.tell());
    stream.addEventListener('points', () => pointsHeard.tell());
    stream.addEventListener('roster', () => rosterHeard.tell());
    stream.onerror = () => {
      wasLost = true;
      lost();
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
    };
    stream.onopen = () => {
      opened(wasLost);
      wasLost = false;
    };
  };
  open();
  return () => {
    stream.close();
    clearTimeout(timer);
  };
}
