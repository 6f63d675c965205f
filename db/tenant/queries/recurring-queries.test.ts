import { beforeAll, expect, test } from 'vitest';
import type { TenantDb } from '#db/open.ts';
import { askedQueries } from '#tests/setup/asked-queries.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { listSolvedBefore } from './cases.ts';
import { listHandledFacts } from './forecasts.ts';
import { listDecisions } from './goodwill.ts';
import { listWaiting } from './routing.ts';
import { listOpenCaseClocks, listOpenCaseIds } from './sla.ts';

let db: TenantDb;
beforeAll(async () => {
  ({ db } = await openCaseWorld());
});

const now = new Date('2026-03-02T09:00:00Z');
const skills = { carriers: ['mts'], kinds: ['fault'], languages: ['ru'], saves: true };

test.each<[string, () => Promise<unknown>, string]>([
  ['whoever waits', () => listWaiting(db, now, 200), 'cases_unassigned'],
  ['who waits for these skills', () => listWaiting(db, now, 200, skills), 'cases_unassigned'],
  ['solved long ago', () => listSolvedBefore(db, now, 200), 'cases_solved'],
  ['what a lead is asked', () => listDecisions(db, { state: 'asked' }), 'goodwill_asked'],
  ['open clocks', async () => listOpenCaseClocks(db, 'a', 200), 'cases_open_newest'],
  ['open cases', () => listOpenCaseIds(db, 'a', 200), 'cases_open_newest'],
  ['what was solved last', () => listHandledFacts(db, 200), 'sqlite_autoindex_cases_1'],
])('%s is read along one index, in its order', async (_what, ask, index) => {
  const [first = []] = await (await askedQueries(db, ask)).plans();
  const inner = first.filter((step) => step.startsWith(' '));
  // What is found is sorted once more where it is read whole: that is no more than was asked for.
  const finding = inner.length > 0 ? inner : first;
  expect(finding.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
  expect(finding.some((step) => step.includes(` ${index}`))).toBe(true);
});
