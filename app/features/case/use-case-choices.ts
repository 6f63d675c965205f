import { useEffect } from 'react';
import { useDesk } from '#app/components/use-desk.ts';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { CaseChoices } from './read-case-choices.ts';

const nothing: CaseChoices = { userId: '', colleagues: [], topics: [], macros: [], mayShareMacros: false };

/** Colleagues, topics and ready texts, asked for once by whoever needs them first. */
export function useCaseChoices(): CaseChoices {
  const { home } = useDesk();
  const { data, hasFailed, state, load } = useLoaded<CaseChoices>('case-choices');
  const isNeeded = data === undefined && !hasFailed && state === 'idle';
  useEffect(() => {
    if (isNeeded) void load(`${home}/case-choices`);
  }, [isNeeded, home, load]);
  return data ?? nothing;
}
