import { useEffect } from 'react';
import { belongsElsewhere, useSingleKeys } from '#app/components/use-keys.ts';

/** The digits on the keyboard tell an outcome by its place, outside of fields. */
export function useOutcomeKeys<T extends string>(outcomes: readonly T[], tell: (outcome: T) => void): void {
  const [areSingleKeysOn] = useSingleKeys();
  useEffect(() => {
    if (!areSingleKeysOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || belongsElsewhere(event)) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const outcome = digit === undefined ? undefined : outcomes[Number(digit) - 1];
      if (!outcome) return;
      event.preventDefault();
      tell(outcome);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
