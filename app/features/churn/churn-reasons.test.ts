import { expect, test } from 'vitest';
import { strongestReasons } from '#app/features/prediction/group-reasons.ts';
import { churnReasonGroups } from './churn-reasons.ts';
import { type LineFeature, type LineNumber, lineNumbers } from './line-features.ts';

const unknown = Object.fromEntries(lineNumbers.map((name) => [name, Number.NaN])) as Record<
  LineNumber,
  number
>;
const quiet = {
  ...unknown,
  tenureMonths: 40,
  absences: 0,
  requests: 0,
  refusals: 0,
  complaints: 0,
  contacts: 0,
  openCases: 0,
};

/** What is said where these features moved the forecast, each by as much. */
function reasonsOf(known: Partial<typeof unknown>, moved: Partial<Record<LineFeature, number>>) {
  return strongestReasons(churnReasonGroups, { ...quiet, ...known }, (feature) => moved[feature] ?? 0);
}

test.each<[string, Partial<typeof unknown>, Partial<Record<LineFeature, number>>, string[]]>([
  ['less use', { useGrowth: -0.416 }, { useGrowth: 2 }, ['uses-less:42']],
  ['use that is not known', {}, { useGrowth: 2 }, []],
  ['use that grew', { useGrowth: 0.2 }, { useGrowth: 1 }, []],
  [
    'little use, which is not less use',
    { minutes: 3, feeForUse: 400 },
    { minutes: 1 },
    ['pays-for-little-use'],
  ],
  ['a complaint that never was', {}, { complaints: 1 }, []],
  ['two complaints', { complaints: 2 }, { complaints: 1 }, ['complained:2']],
  ['a wait of some minutes', { waitHours: 0.3 }, { waitHours: 1 }, []],
  ['a wait of three days', { waitHours: 71.6 }, { waitHours: 1 }, ['waited:72']],
  ['a request, and no refusal', { requests: 1 }, { requests: 1, refusals: 0.5 }, []],
  ['a line of three years that is no new one', {}, { tenureMonths: 1 }, []],
  ['long with us', {}, { tenureMonths: -1 }, ['long-with-us:40']],
  ['bills that are not known', {}, { lateShare: -1 }, []],
])('%s', (_, known, moved, expected) => {
  expect(reasonsOf(known, moved)).toEqual(expected);
});

test('what cannot be said makes room for what can', () => {
  const moved = { useGrowth: 3, complaints: 2, tenureMonths: -1, carrier: 0.5, tariff: 0.4 };
  expect(reasonsOf({}, moved)).toEqual(['long-with-us:40', 'carrier', 'tariff']);
});
