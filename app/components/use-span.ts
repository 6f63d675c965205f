import { useDesk } from './use-desk.ts';

/** Writes a span of the tenant's wall clock: `09:00–18:00`; of a whole day `00:00–24:00`. */
export function useSpan(): (from: Date | number, to: Date | number) => string {
  const { format } = useDesk();
  const shown = (at: Date | number) => format.clock(new Date(at)).slice(0, 5);
  return (from, to) => {
    const [first, last] = [shown(from), shown(to)];
    return `${first}–${first === '00:00' && last === first ? '24:00' : last}`;
  };
}

/** Writes whole days, the last one included: `3 декабря`, `20 декабря – 3 января`. */
export function useDays(): (first: Date, last: Date) => string {
  const { format } = useDesk();
  return (first, last) => [...new Set([format.day(first), format.day(last)])].join(' – ');
}
