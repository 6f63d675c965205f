import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignmentOf, criterionAlignment } from './alignment.ts';
import { cohenKappa, tabulate, type Weighting } from './cohen-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { krippendorffAlpha, type Level, percentAgreement, type Ratings } from './krippendorff-alpha.ts';

/** A line a reviewer, a character a unit; a dot or a star is a missing mark. */
const read = (...lines: string[]): Ratings =>
  lines.map((line) => [...line].map((mark) => (/\d/.test(mark) ? Number(mark) : null)));
const row = (line: string) => [...line].map(Number);

test('the textbook table has 70 % in common and a kappa of 0.40', () => {
  expect(
    cohenKappa([
      [20, 5],
      [10, 15],
    ])?.kappa,
  ).toBeCloseTo(0.4, 10);
});

test.each<[Weighting, number[]]>([
  ['unweighted', [0.4842, 0.138, 0.2137, 0.7547]],
  ['linear', [0.4701, 0.1457, 0.1845, 0.7558]],
])('the printout of SAS, %s', (weighting, expected) => {
  const found = cohenKappa(
    [
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ],
    weighting,
  );
  const { kappa = 0, standardError = 0, low = 0, high = 0 } = found ?? {};
  expect([kappa, standardError, low, high].map((value) => Number(value.toFixed(4)))).toEqual(expected);
});

test.each<[Weighting, number]>([
  ['unweighted', -0.006289308],
  ['linear', 0.1459075],
  ['quadratic', 0.2520325],
])('anxiety by raters 2 and 3 of R irr, %s: levels are those that occur', (weighting, expected) => {
  const second = row('36462424332333221334');
  const third = row('21443216111233113322');
  const pairs = second.map((mark, index) => [mark, third[index] ?? 0] as const);
  expect(cohenKappa(tabulate(pairs), weighting)?.kappa).toBeCloseTo(expected, 6);
});

const wikipedia = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

test('ten items, five categories, fourteen raters', () => {
  const found = fleissKappa(wikipedia);
  expect(found?.kappa).toBeCloseTo(0.2099, 4);
  expect(found?.agreementByUnit.map((share) => share.toFixed(3)).join(' ')).toBe(
    '1.000 0.253 0.308 0.440 0.330 0.462 0.242 0.176 0.286 0.286',
  );
});

const diagnoses =
  '444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445 ' +
  '333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555';

test('the diagnoses of Fleiss 1971', () => {
  const counts = diagnoses
    .split(' ')
    .map((patient) => [1, 2, 3, 4, 5].map((one) => row(patient).filter((mark) => mark === one).length));
  expect([0, 1, 2, 3, 4].map((j) => counts.reduce((sum, unit) => sum + (unit[j] ?? 0), 0))).toEqual([
    26, 26, 30, 55, 43,
  ]);
  expect(fleissKappa(counts)?.kappa).toBeCloseTo(0.4302445, 7);
});

const threeCoders = read('*****34121133*3', '1*213343*******', '**21344*21133*4');
const fourCoders = read('123321412...', '1233224125.3', '.3332342251.', '12332441251.');

test.each<[string, Ratings, Level, number, number]>([
  ['three coders', threeCoders, 'nominal', 0.691358, 6],
  ['three coders', threeCoders, 'interval', 0.810845, 6],
  ['Krippendorff 2011 C', fourCoders, 'nominal', 1 - 312 / 1216, 10],
  ['Krippendorff 2011 C', fourCoders, 'ordinal', 0.815, 3],
  ['Krippendorff 2011 C', fourCoders, 'interval', 0.849, 3],
  ['Krippendorff 2011 C', fourCoders, 'ratio', 0.797, 3],
  ['Krippendorff 2011 B', read('0100000010', '1110010000'), 'nominal', 0.095, 3],
  ['good, bad, neutral', read('123.', '1231', '1211'), 'nominal', 0.722222, 6],
])('%s, %s as %s', (_name, ratings, level, expected, digits) => {
  expect(krippendorffAlpha(ratings, level)?.toFixed(digits)).toBe(expected.toFixed(digits));
});

test('where all marks are equal agreement is undefined, and percent agreement says so', () => {
  const equal = read('1111', '1111');
  expect(krippendorffAlpha(equal, 'nominal')).toBeUndefined();
  expect(percentAgreement(equal)).toBe(1);
  expect(fleissKappa([[3, 0]])).toBeUndefined();
  expect(cohenKappa([[5]])).toBeUndefined();
  expect(cohenKappa([])).toBeUndefined();
});

test('one reviewer agrees with nobody', () => {
  expect(krippendorffAlpha(read('1234'), 'interval')).toBeUndefined();
  expect(percentAgreement(read('1234'))).toBeUndefined();
  expect(fleissKappa([[1, 0]])).toBeUndefined();
});

test('a criterion is aligned by its points: 10 of 15 against 7 is 80 %, and carries 18.75 %', () => {
  expect(criterionAlignment({ given: 10, reference: 7, most: 15 }, 80)).toEqual({
    alignment: 0.8,
    weight: 0.1875,
  });
});

test('opposite marks with equal totals are not aligned', () => {
  const opposite = [
    { given: 5, reference: 0, most: 5 },
    { given: 0, reference: 5, most: 5 },
  ];
  expect(alignmentOf(opposite)).toBe(0);
  expect(alignmentOf([])).toBeNull();
});

const marks = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 2,
  maxLength: 30,
});

test('no agreement passes 1, and reviewers can change places', () => {
  fc.assert(
    fc.property(marks, fc.constantFrom<Level>('nominal', 'ordinal', 'interval', 'ratio'), (pairs, level) => {
      const rows = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const alpha = krippendorffAlpha(rows, level);
      if (alpha === undefined) return;
      expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
      expect(krippendorffAlpha(rows.toReversed(), level)).toBeCloseTo(alpha, 10);
      expect(alpha > 1 - 1e-12).toBe(percentAgreement(rows) === 1);
    }),
  );
});
