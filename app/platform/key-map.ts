import type { May } from '#app/features/access/may.ts';
import { ok, type Result, refuse } from './result.ts';

/** One press, by places on the keyboard (`event.code`), never by the letter it types: the same on any layout. */
type Key = {
  code: string;
  /** Pressed before it, one after the other. */
  after?: 'KeyG';
  shift?: 'with' | 'either';
  /** Ctrl, or ⌘ on a Mac. */
  hasCtrl?: true;
  /** Everybody knows it: it stays where it is. */
  isFixed?: true;
  /** What a person must be allowed to do to have any use for it. */
  may?: keyof May;
};

/** What each key does, as it comes. Whoever wants it otherwise keeps his `KeyChanges`. */
export const keyMap = {
  next: { code: 'KeyJ' },
  previous: { code: 'KeyK' },
  back: { code: 'Escape', isFixed: true },
  search: { code: 'Slash', may: 'findSubscribers' },
  palette: { code: 'KeyK', hasCtrl: true, isFixed: true, may: 'findSubscribers' },
  contact: { code: 'KeyC', may: 'writeCases' },
  takeNext: { code: 'KeyT', may: 'writeCases' },
  newRequest: { code: 'KeyN', may: 'create' },
  reply: { code: 'KeyR', may: 'writeCases' },
  writeNote: { code: 'KeyI', may: 'writeCases' },
  assign: { code: 'KeyA', may: 'writeCases' },
  macro: { code: 'KeyM', may: 'writeCases' },
  snooze: { code: 'KeyS', may: 'writeCases' },
  done: { code: 'KeyE', may: 'writeCases' },
  doneNext: { code: 'KeyE', shift: 'with', may: 'writeCases' },
  undo: { code: 'KeyZ', may: 'writeCases' },
  select: { code: 'KeyX', shift: 'either' },
  fullScreen: { code: 'KeyF', may: 'readCases' },
  sheet: { code: 'Slash', shift: 'with' },
  goCases: { code: 'KeyC', after: 'KeyG', may: 'readCases' },
  goNotices: { code: 'KeyN', after: 'KeyG', may: 'readCases' },
  goRequests: { code: 'KeyR', after: 'KeyG' },
  goNeedsPerson: { code: 'KeyM', after: 'KeyG' },
  goKnowledge: { code: 'KeyK', after: 'KeyG', may: 'readKnowledge' },
  goBatches: { code: 'KeyB', after: 'KeyG', may: 'batch' },
} as const satisfies Record<string, Key>;
export type KeyName = keyof typeof keyMap;
export const keyNames = Object.keys(keyMap) as KeyName[];

/** The codes one has chosen instead. Stored; what is no key any more is passed over. */
export type KeyChanges = Partial<Record<string, string>>;

/** `by`: what the key does already. A key may also begin the pairs, such as G R. */
export type KeyRefusal =
  | { code: 'key-taken'; by: KeyName }
  | { code: 'key-begins-pairs' }
  | { code: 'key-unusable' };

const signs: Record<string, string> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

export function isKeyName(name: string): name is KeyName {
  return Object.hasOwn(keyMap, name);
}

/** The keys that a person allowed this much has any use for. */
export function keyNamesFor(may: May): KeyName[] {
  return keyNames.filter((name) => {
    const { may: needed }: Key = keyMap[name];
    return needed === undefined || may[needed];
  });
}

export function keyOf(name: KeyName, changes: KeyChanges): Key {
  const key: Key = keyMap[name];
  return { ...key, code: changes[name] ?? key.code };
}

/** In the words of tinykeys. */
export function pressOf({ code, after, shift, hasCtrl }: Key): string {
  const held = hasCtrl ? '$mod+' : shift === 'with' ? 'Shift+' : shift === 'either' ? '[Shift]+' : '';
  return `${after ? `${after} ` : ''}${held}${code}`;
}

/** What is printed on the keys, one after the other: `['G', 'R']`. */
export function shownParts({ code, after, shift, hasCtrl }: Key): string[] {
  if (shift === 'with' && code === 'Slash') return ['?'];
  const held = hasCtrl ? 'Ctrl' : shift === 'with' ? 'Shift' : after;
  return [...(held ? [printedOn(held)] : []), printedOn(code)];
}

function printedOn(code: string): string {
  if (code === 'Escape') return 'Esc';
  return signs[code] ?? code.replace(/^(Key|Digit)/, '');
}

/** As `aria-keyshortcuts` wants it, which knows no pairs: nothing for those. */
export function ariaKeys(key: Key): string | undefined {
  if (key.after) return undefined;
  return shownParts(key).join('+').replace('Ctrl', 'Control').replace('Esc', 'Escape');
}

/** Puts another key in the place of one; its own again: the change is forgotten. */
export function changeKey(
  changes: KeyChanges,
  { name, code }: { name: KeyName; code: string },
): Result<KeyChanges, KeyRefusal> {
  const wanted: Key = { ...keyMap[name], code };
  if (wanted.isFixed || !isUsable(code)) return refuse({ code: 'key-unusable' });
  if (!wanted.after && code === 'KeyG') return refuse({ code: 'key-begins-pairs' });
  const by = keyNames.find((other) => other !== name && collide(wanted, keyOf(other, changes)));
  if (by) return refuse({ code: 'key-taken', by });
  const { [name]: _, ...others } = changes;
  return ok(code === keyMap[name].code ? others : { ...others, [name]: code });
}

/** Letters, digits and signs: whatever types something, and nothing that the browser or the system wants. */
function isUsable(code: string): boolean {
  return /^(Key[A-Z]|Digit\d)$/.test(code) || Object.hasOwn(signs, code);
}

function collide(a: Key, b: Key): boolean {
  if (a.code !== b.code || a.after !== b.after || a.hasCtrl !== b.hasCtrl) return false;
  return a.shift === b.shift || a.shift === 'either' || b.shift === 'either';
}
