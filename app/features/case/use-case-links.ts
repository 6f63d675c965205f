import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { CaseLinks } from './find-case-links.ts';

const nothing: CaseLinks = { cases: [], requests: [] };
/** Fast typing asks once. */
const typingMs = 150;

/** Cases and requests by what is being typed: a number, a person. */
export function useCaseLinks(text: string): CaseLinks {
  const { home } = useDesk();
  const { data, load } = useLoaded<CaseLinks>('case-links');
  const wanted = text.trim();
  const [asked] = useDebouncedValue(wanted, typingMs);
  useEffect(() => {
    if (asked) void load(`${home}/case-links?q=${encodeURIComponent(asked)}`);
  }, [asked, home, load]);
  return wanted && data ? data : nothing;
}
