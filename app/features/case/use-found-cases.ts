import { useState } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { type CaseQuery, searchOfCases } from './case-query.ts';

type Found = { search: string; ids: string[] };

/** The ids of everything the queue's address finds, read when asked for; another address forgets them. */
export function useFoundCases(query: CaseQuery) {
  const { home } = useDesk();
  const [found, setFound] = useState<Found | null>(null);
  const [isReading, setReading] = useState(false);
  const search = searchOfCases({ ...query, after: null });
  const read = async () => {
    setReading(true);
    try {
      const response = await fetch(`${home}/cases-found${search}`);
      const answer: { found: { id: string }[] } = await response.json();
      setFound({ search, ids: answer.found.map(({ id }) => id) });
    } finally {
      setReading(false);
    }
  };
  return { ids: found?.search === search ? found.ids : null, isReading, read, forget: () => setFound(null) };
}
