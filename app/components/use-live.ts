import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { callHeard } from './call-heard.ts';
import { pointsHeard } from './points-heard.ts';
import { presenceHeard } from './presence-heard.ts';

/** Several commits within this time are one reading. */
const gatherMs = 250;

/** Reads the page again when something changed at this client company, and when the connection returns. */
export function useLive(address: string): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const stream = new EventSource(address);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(revalidate, gatherMs);
    };
    stream.onmessage = readSoon;
    stream.addEventListener('presence', ({ data }) => presenceHeard.tell(JSON.parse(data)));
    stream.addEventListener('call', () => callHeard.tell());
    stream.addEventListener('points', () => pointsHeard.tell());
    stream.onerror = () => {
      wasLost = true;
    };
    stream.onopen = () => {
      if (wasLost) readSoon();
      wasLost = false;
    };
    return () => {
      stream.close();
      clearTimeout(timer);
    };
  }, [address, revalidate]);
}
