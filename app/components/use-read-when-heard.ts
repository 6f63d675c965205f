import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import type { Heard } from './create-heard.ts';
import { gatherReadings } from './gather-readings.ts';

/** A page must not ask for each piece of news; what follows a first one is seen within half a second. */
const restMs = 250;

/** Reads the page again when something of this kind changed. */
export function useReadWhenHeard(heard: Heard): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const readings = gatherReadings(revalidate, restMs);
    const silence = heard.listen(readings.ask);
    return () => {
      silence();
      readings.stop();
    };
  }, [heard, revalidate]);
}
