import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { Found } from './find-anything.ts';

const nothing: Found = { query: '', lines: [], requests: [] };
/** Fast typing asks once. */
const typingMs = 120;

/** Subscribers' lines and requests for what is being typed. Keeps the last answer until the next is there. */
export function useSearch(query: string): { found: Found; isStale: boolean } {
  const { home } = useDesk();
  const { data, load } = useLoaded<Found>('search');
  const wanted = query.trim();
  const [asked] = useDebouncedValue(wanted, typingMs);
  useEffect(() => {
    if (asked.length > 0) load(`${home}/search?q=${encodeURIComponent(asked)}`);
  }, [asked, home, load]);
  const found = wanted && data ? data : nothing;
  return { found, isStale: wanted !== '' && found.query !== wanted };
}
