import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { gatherReadings } from '#app/components/gather-readings.ts';
import { pointsHeard } from '#app/components/points-heard.ts';

/** A wall of screens must not ask for each award; what follows a first piece of news is seen within half a second. */
const restMs = 250;

/** Reads the page again when somebody's points changed. */
export function useLiveBoard(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const readings = gatherReadings(revalidate, restMs);
    const silence = pointsHeard.listen(readings.ask);
    return () => {
      silence();
      readings.stop();
    };
  }, [revalidate]);
}
