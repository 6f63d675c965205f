import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { pointsHeard } from '#app/components/points-heard.ts';

/** Awards within this time are one reading: a wall of screens must not ask for each. */
const gatherMs = 400;

/** Reads the page again when somebody's points changed. */
export function useLiveBoard(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = pointsHeard.listen(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void revalidate();
      }, gatherMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [revalidate]);
}
