import { useDesk } from '#app/components/use-desk.ts';

/** A date of the centre's zone as one says it: «22 ноября». At three by UTC it is that day in every zone of Russia. */
export function useDayText(): (day: string) => string {
  const { format } = useDesk();
  return (day) => format.day(new Date(`${day}T03:00:00Z`));
}
