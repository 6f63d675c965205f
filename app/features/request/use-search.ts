import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { Found } from './find-anything.ts';

const nothing: Found = { query: '', lines: [], requests: [] };
/** Fast typing asks once. */
const typingMs = 120;

/** Subscribers' lines and requests for what is being typed. Keeps the last answer until the next is there. */
export function useSearch(query: string): { found: Found; isStale: boolean } {
  const { home } = useDesk();
  const fetcher = useFetcher<Found>({ key: 'search' });
  const wanted = query.trim();
  const [asked] = useDebouncedValue(wanted, typingMs);
  const { load } = fetcher;
  useEffect(() => {
    if (asked.length > 0) load(`${home}/search?q=${encodeURIComponent(asked)}`);
  }, [asked, home, load]);
  const found = wanted && fetcher.data ? fetcher.data : nothing;
  return { found, isStale: wanted !== '' && found.query !== wanted };
}
