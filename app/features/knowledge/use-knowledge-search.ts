import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { v7 as uuid } from 'uuid';
import { sendQuietly } from '#app/components/send-quietly.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { FoundKnowledge } from './find-knowledge.ts';

const nothing: FoundKnowledge = { query: '', hits: [] };
/** Fast typing asks once. */
const typingMs = 100;
/** Whoever stops for so long has come to a query of his. */
const settledMs = 900;

/**
 * What answers the question being typed. Keeps the last answer until the next is there. `where`: on the page of
 * the knowledge what was asked is remembered; elsewhere only once an answer of it was opened.
 */
export function useKnowledgeSearch(text: string, carrier: string | null, where: 'page' | 'palette') {
  const { home } = useDesk();
  const { data, load } = useLoaded<FoundKnowledge>(`knowledge-${where}`);
  const wanted = text.trim();
  const [asked] = useDebouncedValue(text.trimStart(), typingMs);
  useEffect(() => {
    const params = new URLSearchParams({ q: asked, ...(carrier ? { carrier } : {}) });
    if (asked !== '') load(`${home}/knowledge/search?${params}`);
  }, [asked, carrier, home, load]);
  const found = wanted && data ? data : nothing;
  const isStale = wanted !== '' && found.query !== wanted;
  const searchId = useRecord(wanted, isStale ? null : found.hits.length, where === 'page');
  return { found, isStale, searchId };
}

/** Tells the server what a person came to, once he has stopped typing. Gives the id of his search. */
function useRecord(wanted: string, found: number | null, isAlways: boolean): () => string | null {
  const { home } = useDesk();
  const begun = useRef<{ id: string; at: number } | null>(null);
  if (wanted === '') begun.current = null;
  else begun.current ??= { id: uuid(), at: performance.now() };
  const tell = () => {
    const search = begun.current;
    if (!search || found === null || wanted === '') return;
    const sinceMs = Math.min(Math.round(performance.now() - search.at), 30 * 60_000);
    const record = { searchId: search.id, query: wanted.slice(0, 300), found, sinceMs };
    // A measure that is lost is no trouble for the person.
    sendQuietly(`${home}/knowledge/searches`, record).catch(() => {});
  };
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    if (wanted === '' || found === null || !isAlways) return;
    const timer = setTimeout(() => latest.current(), settledMs);
    return () => clearTimeout(timer);
  }, [wanted, found, isAlways]);
  return () => {
    tell();
    return begun.current?.id ?? null;
  };
}
