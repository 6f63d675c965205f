import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useRouteLoaderData } from 'react-router';
import { tinykeys } from 'tinykeys';
import {
  isKeyName,
  type KeyChanges,
  type KeyName,
  keyOf,
  pressOf,
  shownParts,
} from '#app/platform/key-map.ts';

const unchanged: KeyChanges = {};

/** The keys this person has chosen himself. */
export function useKeyChanges(): KeyChanges {
  const root: { keyChanges: KeyChanges } | undefined = useRouteLoaderData('root');
  return root?.keyChanges ?? unchanged;
}

/** What tooltips and menus say of a key, as this person has it: `G R`. */
export function useShownKey(): (name: KeyName) => string {
  const changes = useKeyChanges();
  return (name) => shownParts(keyOf(name, changes)).join(' ');
}

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
  const changes = useKeyChanges();
  const names = Object.keys(bindings).sort().join(' ');
  useEffect(() => {
    const bound = names.split(' ').flatMap((name) => {
      if (!isKeyName(name)) return [];
      const key = keyOf(name, changes);
      if (!areSingleKeysOn && !key.hasCtrl && name !== 'back') return [];
      return [[pressOf(key), (event: KeyboardEvent) => perform(event, latest.current[name])] as const];
    });
    const target = where === 'page' ? document.documentElement : window;
    return tinykeys(target, Object.fromEntries(bound), { ignore: () => false });
  }, [names, areSingleKeysOn, changes, where]);
}

function perform(event: KeyboardEvent, action: ((event: KeyboardEvent) => void) | undefined) {
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || (belongsElsewhere(event) && !hasModifier)) return;
  event.preventDefault();
  action?.(event);
}
