import { expect, test } from 'vitest';
import {
  ariaKeys,
  changeKey,
  type KeyChanges,
  type KeyName,
  keyMap,
  keyNames,
  keyOf,
  pressOf,
  shownParts,
} from './key-map.ts';

const shown = (name: KeyName, changes: KeyChanges = {}) => shownParts(keyOf(name, changes)).join(' ');

test('no two keys of the map are the same', () => {
  expect(new Set(keyNames.map((name) => pressOf(keyMap[name]))).size).toBe(keyNames.length);
});

test.each<[KeyName, string, string, string, string | undefined]>([
  ['next', 'KeyJ', 'KeyJ', 'J', 'J'],
  ['palette', 'KeyK', '$mod+KeyK', 'Ctrl K', 'Control+K'],
  ['select', 'KeyX', '[Shift]+KeyX', 'X', 'X'],
  ['sheet', 'Slash', 'Shift+Slash', '?', '?'],
  ['sheet', 'KeyH', 'Shift+KeyH', 'Shift H', 'Shift+H'],
  ['goRequests', 'Digit1', 'KeyG Digit1', 'G 1', undefined],
  ['search', 'BracketLeft', 'BracketLeft', '[', '['],
])('%s on %s is pressed as %s and shown as %s', (name, code, press, text, aria) => {
  const key = keyOf(name, { [name]: code });
  expect([pressOf(key), shown(name, { [name]: code }), ariaKeys(key)]).toEqual([press, text, aria]);
});

test.each<[string, KeyChanges, KeyName, string, ReturnType<typeof changeKey>]>([
  ['a free key', {}, 'next', 'KeyD', { ok: true, value: { next: 'KeyD' } }],
  ['its own again', { next: 'KeyD' }, 'next', 'KeyJ', { ok: true, value: {} }],
  ['what another left', { next: 'KeyD' }, 'previous', 'KeyJ', ok({ next: 'KeyD', previous: 'KeyJ' })],
  ['beside Ctrl', { previous: 'KeyD' }, 'next', 'KeyK', ok({ previous: 'KeyD', next: 'KeyK' })],
  ['the same letter in a pair', {}, 'goRequests', 'KeyT', ok({ goRequests: 'KeyT' })],
  ['with Shift where it is free', {}, 'sheet', 'KeyJ', ok({ sheet: 'KeyJ' })],
  ['taken', {}, 'next', 'KeyN', taken('newRequest')],
  ['taken by a change', { newRequest: 'KeyD' }, 'next', 'KeyD', taken('newRequest')],
  ['taken by one that also takes Shift', {}, 'sheet', 'KeyX', taken('select')],
  ['taken in a pair', {}, 'goBatches', 'KeyR', taken('goRequests')],
  ['the beginning of pairs', {}, 'next', 'KeyG', { ok: false, error: { code: 'key-begins-pairs' } }],
  ['no key that types', {}, 'next', 'F5', { ok: false, error: { code: 'key-unusable' } }],
  ['Escape moved', {}, 'back', 'KeyQ', { ok: false, error: { code: 'key-unusable' } }],
])('%s', (_, changes, name, code, expected) => {
  expect(changeKey(changes, { name, code })).toEqual(expected);
});

function ok(value: KeyChanges) {
  return { ok: true, value } as const;
}

function taken(by: KeyName) {
  return { ok: false, error: { code: 'key-taken', by } } as const;
}
