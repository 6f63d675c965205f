import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyReplacements, type Candidate, drawRandom, drawStratified } from './draw-sample.ts';

const candidates = (perStratum: Record<string, number>): Candidate[] =>
  Object.entries(perStratum).flatMap(([stratum, n]) =>
    Array.from({ length: n }, (_, index) => ({ id: `${stratum}-${index}`, stratum })),
  );
const some = candidates({ anna: 30, boris: 3, vera: 1 });

test('a seed draws the same again, in whatever order the candidates come; another seed draws others', () => {
  expect(drawRandom(some.toReversed(), 8, 5)).toEqual(drawRandom(some, 8, 5));
  expect(drawRandom(some, 8, 6).drawn).not.toEqual(drawRandom(some, 8, 5).drawn);
});

test('every candidate has the same chance', () => {
  const three = candidates({ anna: 3 });
  const firsts = Array.from({ length: 3000 }, (_, seed) => drawRandom(three, 1, seed).drawn[0]);
  for (const { id } of three) {
    const share = firsts.filter((first) => first === id).length / firsts.length;
    expect(Math.abs(share - 1 / 3)).toBeLessThan(0.04);
  }
});

test('a stratified draw leaves nobody out and takes as many of each', () => {
  const { drawn } = drawStratified(some, 2, 5);
  const count = (stratum: string) => drawn.filter((id) => id.startsWith(stratum)).length;
  expect([count('anna'), count('boris'), count('vera')]).toEqual([2, 2, 1]);
});

test('whatever is drawn, nothing is lost and nothing twice', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(60), fc.integer(), fc.boolean(), (n, size, seed, isStratified) => {
      const from = candidates({ a: n, b: n >> 1 });
      const { drawn, reserve } = (isStratified ? drawStratified : drawRandom)(from, size, seed);
      const all = [...drawn, ...reserve.map(({ id }) => id)];
      expect(all.toSorted()).toEqual(from.map(({ id }) => id).sort());
    }),
  );
});

test('the next of the same stratum stands in, for a reason', () => {
  const draw = drawStratified(some, 1, 5);
  const id = draw.drawn.find((one) => one.startsWith('boris')) ?? '';
  const next = draw.reserve.find(({ stratum }) => stratum === 'boris')?.id;
  const replaced = applyReplacements(draw, [{ id, stratum: 'boris', reason: 'Нет записи' }]);
  expect(replaced).toEqual({ ok: true, drawn: draw.drawn.map((one) => (one === id ? next : one)) });
});

test.each([
  ['not-drawn', { id: 'nobody', stratum: 'boris', reason: 'Нет записи' }],
  ['reason-missing', { id: 'vera-0', stratum: 'vera', reason: ' ' }],
  ['reserve-empty', { id: 'vera-0', stratum: 'vera', reason: 'Нет записи' }],
])('a replacement is refused: %s', (code, replacement) => {
  expect(applyReplacements(drawStratified(some, 1, 5), [replacement])).toMatchObject({ error: { code } });
});
