import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainStart } from '#db/audit.ts';
import { firstBroken, type SealedMonth, sealMonth } from './seal-month.ts';

const key = Buffer.alloc(32, 7);

function chainOf(snapshots: readonly string[]): SealedMonth[] {
  const chain: SealedMonth[] = [];
  for (const snapshot of snapshots) {
    const last = chain.at(-1);
    const about = { month: `2026-0${chain.length + 1}`, revision: 1, reason: null, closedBy: 'Анна' };
    const place = { place: chain.length + 1, previousHash: last?.hash ?? chainStart };
    chain.push(sealMonth(key, 'volna', { ...about, ...place, snapshot, closedAt: new Date(1e12) }));
  }
  return chain;
}

const snapshots = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
const fields = ['snapshot', 'month', 'closedBy', 'previousHash', 'hash', 'signature'] as const;

test('a chain that nobody touched is whole', () => {
  fc.assert(fc.property(snapshots, (texts) => firstBroken(key, 'volna', chainOf(texts)) === null));
});

test('any changed letter breaks its own row', () => {
  const change = fc.record({ at: fc.nat(), letter: fc.nat(), field: fc.constantFrom(...fields) });
  fc.assert(
    fc.property(snapshots, change, (texts, { at, letter, field }) => {
      const chain = chainOf(texts);
      const row = chain[at % chain.length];
      if (!row) return;
      const text = row[field];
      const place = letter % text.length;
      const other = String.fromCharCode(text.charCodeAt(place) ^ 1);
      row[field] = text.slice(0, place) + other + text.slice(place + 1);
      expect(firstBroken(key, 'volna', chain)).toBe(row);
    }),
  );
});

test.each<[string, (chain: SealedMonth[]) => unknown]>([
  ['a row is left out', (chain) => chain.splice(0, 1)],
  ['two rows change places', (chain) => chain.reverse()],
  ['another reason', (chain) => Object.assign(chain[1] ?? {}, { reason: 'иначе' })],
  ['another time', (chain) => Object.assign(chain[1] ?? {}, { closedAt: new Date(0) })],
])('%s: it shows', (_, spoil) => {
  const chain = chainOf(['{"a":1}', '{"a":2}']);
  spoil(chain);
  expect(firstBroken(key, 'volna', chain)).not.toBeNull();
});

test('another tenant, or another key, has not signed it', () => {
  const chain = chainOf(['{}']);
  expect(firstBroken(key, 'other', chain)).not.toBeNull();
  expect(firstBroken(Buffer.alloc(32, 8), 'volna', chain)).not.toBeNull();
});
