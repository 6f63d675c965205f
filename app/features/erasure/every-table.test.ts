import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { tenantTables } from '#tests/setup/snapshot.ts';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { sumByKind } from './erasure.ts';
import { personalRowsOf } from './personal-data.ts';

/** Their rows name a person by his id alone: once what the id stood for is gone, they tell nothing of him. */
const bareIds = new Set([
  ...['line_lives', 'receivables', 'settlements', 'charges', 'instalment_plans', 'promises', 'standings'],
  ...['ladder_moves', 'suspensions', 'campaign_actions', 'outcome_corrections', 'balance_pulls'],
  ...['case_requests', 'case_followers', 'case_reads', 'case_clocks', 'clock_alarms', 'breach_forecasts'],
  ...['incident_detachments', 'article_links', 'erasures', 'figure_questions'],
]);

const ofPerson = /^(subscriber|line|case|request|receivable|message|contact)_id$/;

test('every table that points at a person says what becomes of its rows when he is erased', async () => {
  const { db } = await openCaseWorld();
  const known = new Set(personalRowsOf(db, 'nobody').map(({ table }) => getTableName(table)));
  const forgotten: string[] = [];
  for (const table of await tenantTables()) {
    const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
    const name = getTableName(table);
    if (columns.some((column) => ofPerson.test(column)) && !known.has(name) && !bareIds.has(name))
      forgotten.push(name);
  }
  expect(forgotten).toEqual([]);
});

test('an act names a kind of data for every table', async () => {
  const { db } = await openCaseWorld();
  const rows = personalRowsOf(db, 'nobody').map(({ table, deed }) => ({
    table: getTableName(table),
    deed,
    rows: 1,
  }));
  expect(sumByKind(rows).reduce((sum, { rows: count }) => sum + count, 0)).toBe(rows.length);
  expect(() => sumByKind([{ table: 'new_table', deed: 'deleted', rows: 1 }])).toThrow(RangeError);
});
