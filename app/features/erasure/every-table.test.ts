import { readdirSync } from 'node:fs';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { openCaseWorld } from '#tests/setup/test-cases.ts';
import { sumByKind } from './erasure.ts';
import { personalRowsOf } from './personal-data.ts';

const schemaFolder = new URL('../../../db/tenant/schema/', import.meta.url);

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
  for (const file of readdirSync(schemaFolder).filter((name) => !name.endsWith('.test.ts'))) {
    const tables = Object.values(await import(new URL(file, schemaFolder).href)).filter((one) =>
      is(one, SQLiteTable),
    );
    for (const table of tables) {
      const columns = Object.values(getTableColumns(table)).map(({ name }) => name);
      const name = getTableName(table);
      if (columns.some((column) => ofPerson.test(column)) && !known.has(name) && !bareIds.has(name))
        forgotten.push(name);
    }
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
