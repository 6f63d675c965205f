import { useDesk } from '#app/components/use-desk.ts';

/** Dates from the first to the last, said the same by server and browser: their ranges differ by the width of a space. */
export function useSpan(): (from: string, last: string) => string {
  const { format } = useDesk();
  const noon = (date: string) => new Date(`${date}T12:00Z`);
  return (from, last) => `${format.day(noon(from))} – ${format.fullDay(noon(last))}`;
}
