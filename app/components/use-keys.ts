import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';

/**
 * What each key does, by its place on the keyboard (`event.code`) and not by the letter it types: the same
 * on a Russian layout. `shown` is what the key sheet and tooltips say.
 */
export const keys = {
  next: { press: 'KeyJ', shown: 'J' },
  previous: { press: 'KeyK', shown: 'K' },
  back: { press: 'Escape', shown: 'Esc' },
  search: { press: 'Slash', shown: '/' },
  palette: { press: '$mod+KeyK', shown: 'Ctrl K' },
  contact: { press: 'KeyC', shown: 'C' },
  newRequest: { press: 'KeyN', shown: 'N' },
  select: { press: '[Shift]+KeyX', shown: 'X' },
  sheet: { press: 'Shift+Slash', shown: '?' },
  goRequests: { press: 'KeyG KeyR', shown: 'G R' },
  goNeedsPerson: { press: 'KeyG KeyM', shown: 'G M' },
  goBatches: { press: 'KeyG KeyB', shown: 'G B' },
} as const satisfies Record<string, { press: string; shown: string }>;
export type KeyName = keyof typeof keys;

/** Whoever speaks his keyboard input can switch single keys off; those with Ctrl or ⌘ stay. */
export function useSingleKeys() {
  return useLocalStorage({ key: 'pult-single-keys', defaultValue: true, getInitialValueInEffect: true });
}

const ownKeys =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"]';

/** Whether a press belongs to what has the focus: a field, an open dialog, a menu. */
export function belongsElsewhere(event: Pick<KeyboardEvent, 'target' | 'isComposing'>): boolean {
  if (event.isComposing) return true;
  return event.target instanceof Element && event.target.closest(ownKeys) !== null;
}

/**
 * Binds keys while the component is shown. A press reaches the page before the window, so what a page does
 * with a key stands above what the key does everywhere.
 */
export function useKeys(
  bindings: Partial<Record<KeyName, (event: KeyboardEvent) => void>>,
  where: 'page' | 'everywhere' = 'page',
): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const [areSingleKeysOn] = useSingleKeys();
  const names = Object.keys(bindings).sort().join(' ');
  useEffect(() => {
    const bound = names.split(' ').flatMap((name) => {
      if (!isKeyName(name)) return [];
      const { press } = keys[name];
      if (!areSingleKeysOn && !press.includes('$mod') && name !== 'back') return [];
      return [[press, (event: KeyboardEvent) => perform(event, latest.current[name])] as const];
    });
    const target = where === 'page' ? document.documentElement : window;
    return tinykeys(target, Object.fromEntries(bound), { ignore: () => false });
  }, [names, areSingleKeysOn, where]);
}

function isKeyName(name: string): name is KeyName {
  return name in keys;
}

function perform(event: KeyboardEvent, action: ((event: KeyboardEvent) => void) | undefined) {
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || (belongsElsewhere(event) && !hasModifier)) return;
  event.preventDefault();
  action?.(event);
}
