import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { CaseChoices } from './read-case-choices.ts';

const nothing: CaseChoices = { userId: '', colleagues: [], topics: [], macros: [], mayShareMacros: false };

/** Colleagues, topics and ready texts, asked for once by whoever needs them first. */
export function useCaseChoices(): CaseChoices {
  const { home } = useDesk();
  const { data, state, load } = useFetcher<CaseChoices>({ key: 'case-choices' });
  const isNeeded = data === undefined && state === 'idle';
  useEffect(() => {
    if (isNeeded) void load(`${home}/case-choices`);
  }, [isNeeded, home, load]);
  return data ?? nothing;
}
