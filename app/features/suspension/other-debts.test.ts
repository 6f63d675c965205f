import { expect, test } from 'vitest';
import { isOwedByOthers, listUndecided } from './other-debts.ts';

const decidedAt = new Date('2026-03-10T09:00:00Z');
const other = {
  id: 'r2',
  balanceKopecks: 5_000,
  oldestDueOn: '2026-02-20',
  askedAt: new Date('2026-03-09T21:00:00Z'),
  isHeld: false,
};

test.each([
  ['asked before the yes', {}, decidedAt, true, 0],
  ['asked at its very moment', { askedAt: decidedAt }, decidedAt, true, 0],
  ['asked after it', { askedAt: new Date('2026-03-11T21:00:00Z') }, decidedAt, false, 1],
  ['nobody has said yes', {}, null, false, 1],
  ['disputed or promised, asked before', { isHeld: true }, decidedAt, true, 0],
  ['disputed or promised, nobody said yes', { isHeld: true }, null, false, 0],
  ['paid', { balanceKopecks: 0 }, decidedAt, false, 0],
  ['not due yet', { oldestDueOn: '2026-03-15' }, null, false, 0],
  ['nothing open', { oldestDueOn: null }, decidedAt, false, 0],
] as const)('%s', (_, over, at, keeps, undecided) => {
  const others = [{ ...other, ...over }];
  expect(isOwedByOthers(others, { decidedAt: at }, '2026-03-15')).toBe(keeps);
  expect(listUndecided(others, { decidedAt: at }, '2026-03-15')).toHaveLength(undecided);
});
