import { expect, test } from 'vitest';
import { OwnDefinition } from './own-report.ts';
import { readAsked, searchOf } from './own-search.ts';

test.each([
  { by: null, where: null, period: { kind: 'last', count: 4, unit: 'week' }, step: 'week' },
  { by: 'carrier', where: null, period: { kind: 'dates', from: '2026-01-01', to: '2026-01-31' }, step: null },
  {
    by: null,
    where: { dimension: 'carrier', key: 'mts&=' },
    period: { kind: 'last', count: 1, unit: 'month' },
    step: 'day',
  },
])('an address says the whole of %j', (part) => {
  const definition = OwnDefinition.parse({ metrics: ['opened', 'solved'], ...part });
  const again = readAsked(new URLSearchParams(String(searchOf(definition))));
  expect(OwnDefinition.parse(again)).toEqual(definition);
});

test('an address of nothing is read, and refused', () => {
  expect(OwnDefinition.safeParse(readAsked(new URLSearchParams("count=%00&unit='"))).success).toBe(false);
});
