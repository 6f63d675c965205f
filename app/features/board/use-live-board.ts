import { pointsHeard } from '#app/components/points-heard.ts';
import { useReadWhenHeard } from '#app/components/use-read-when-heard.ts';

/** Reads the page again when somebody's points changed. */
export function useLiveBoard(): void {
  useReadWhenHeard(pointsHeard);
}
