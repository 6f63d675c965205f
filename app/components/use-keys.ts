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

/** What the keys do on the page that is shown, by the newest part of it that binds them. */
const pageDeeds = new Map<KeyName, () => void>();

/** The deed behind a key of the page, for those who choose it by name. */
export function pageDeed(name: KeyName): (() => void) | undefined {
  return pageDeeds.get(name);
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
export function useKeys(bindings: Bindings, where: 'page' | 'everywhere' = 'page'): void {
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
      const act = (event: KeyboardEvent) => {
        if (key.after || !endsPair(event)) perform(event, latest.current[name]);
      };
      return [[pressOf(key), act] as const];
    });
    const forget = where === 'page' ? offerDeeds(names.split(' '), latest) : () => {};
    watchPresses();
    const target = where === 'page' ? document.documentElement : window;
    // The first that fits ends the press: a pair stands before the single key that ends it.
    const pairsFirst = bound.toSorted(([a], [b]) => Number(b.includes(' ')) - Number(a.includes(' ')));
    const unbind = tinykeys(target, Object.fromEntries(pairsFirst), { ignore: () => false });
    return () => {
      forget();
      unbind();
    };
  }, [names, areSingleKeysOn, changes, where]);
}

type Bindings = Partial<Record<KeyName, (event: KeyboardEvent) => void>>;

/** Puts what a page does with its keys where the palette finds it. Returns how to take it away again. */
function offerDeeds(names: readonly string[], latest: { current: Bindings }): () => void {
  const deeds = names.filter(isKeyName).map((name) => {
    const run = () => latest.current[name]?.(new KeyboardEvent('keydown'));
    pageDeeds.set(name, run);
    return [name, run] as const;
  });
  return () => {
    for (const [name, run] of deeds) if (pageDeeds.get(name) === run) pageDeeds.delete(name);
  };
}

/** tinykeys waits so long for the second key of a pair, ms. */
const pairMs = 1000;
let last: KeyboardEvent | undefined;
let beforeLast: KeyboardEvent | undefined;
let isWatching = false;

function watchPresses() {
  if (isWatching) return;
  isWatching = true;
  const remember = (event: KeyboardEvent) => {
    beforeLast = last;
    last = event;
  };
  window.addEventListener('keydown', remember, { capture: true });
}

/** Whether a press is the second of a pair that G began: then it is not the single key of its own. */
function endsPair(event: KeyboardEvent): boolean {
  const begun = event === last ? beforeLast : last;
  if (begun?.code !== 'KeyG' || belongsElsewhere(begun)) return false;
  return event.timeStamp - begun.timeStamp < pairMs;
}

function perform(event: KeyboardEvent, action: ((event: KeyboardEvent) => void) | undefined) {
  const hasModifier = event.ctrlKey || event.metaKey;
  if (event.defaultPrevented || (belongsElsewhere(event) && !hasModifier)) return;
  event.preventDefault();
  action?.(event);
}
