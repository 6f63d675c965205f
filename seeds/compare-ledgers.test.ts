import { expect, test } from 'vitest';
import { Msisdn } from '#carriers/port.ts';
import { compareChanges } from './compare-ledgers.ts';

const msisdn = Msisdn.parse('+79161234567');
const block = { kind: 'line.block', reason: 'wish' } as const;
const row = { id: 'r', number: 7, msisdn, payload: block, byHand: false };
const entry = { at: '2026-03-02T09:00:00Z', msisdn, change: block, reference: 'x' };

test.each([
  ['done and applied once', ['done'], 1, []],
  ['applied twice, asked once', ['done'], 2, ['duplicated']],
  ['done and never applied', ['done'], 0, ['mismatched']],
  ['refused and applied all the same', ['refused'], 1, ['mismatched']],
  ['refused and not applied', ['refused'], 0, []],
  ['with a person, applied', ['manual'], 1, []],
  ['with a person, not applied', ['manual'], 0, []],
  ['asked twice, done twice, applied twice', ['done', 'done'], 2, []],
  ['applied though nobody asked', [], 1, ['duplicated']],
] as const)('%s', (_name, states, applied, kinds) => {
  const rows = states.map((state) => ({ ...row, state }));
  const ledger = Array.from({ length: applied }, () => entry);
  expect(compareChanges('mts', rows, ledger).map((finding) => finding.kind)).toEqual(kinds);
});

test('what a person did in the cabinet is not in the ledger', () => {
  expect(compareChanges('mts', [{ ...row, state: 'done', byHand: true }], [])).toEqual([]);
});
