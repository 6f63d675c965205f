import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { callHeard } from './call-heard.ts';
import { gatherReadings } from './gather-readings.ts';
import { pointsHeard } from './points-heard.ts';
import { presenceHeard } from './presence-heard.ts';

/** Commits that follow within this time are one more reading. */
const restMs = 250;

/** Reads the page again when something changed at this client company, and when the connection returns. */
export function useLive(address: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const stream = new EventSource(address);
    const { ask, stop } = gatherReadings(revalidate, restMs);
    let wasLost = false;
    stream.onmessage = ask;
    stream.addEventListener('presence', ({ data }) => presenceHeard.tell(JSON.parse(data)));
    stream.addEventListener('call', () => callHeard.tell());
    stream.addEventListener('points', () => pointsHeard.tell());
    stream.onerror = () => {
      wasLost = true;
    };
    stream.onopen = () => {
      if (wasLost) ask();
      wasLost = false;
    };
    return () => {
      stream.close();
      stop();
    };
  }, [address, revalidate]);
}
