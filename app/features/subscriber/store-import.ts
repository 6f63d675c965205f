import { and, eq, gte, inArray, lt, not, type SQL, sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { lineOptions, lines, searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import type { ImportPlan } from './plan-import.ts';
import { digitsTerm, searchTermsOf } from './search-terms.ts';

/** SQLite takes 32,766 values a statement; the widest row here has fifteen. */
const rowsPerStatement = 2000;

function inPieces<T>(rows: readonly T[], toStatement: (piece: T[]) => Statement): Statement[] {
  const pieces: Statement[] = [];
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    pieces.push(toStatement(rows.slice(at, at + rowsPerStatement)));
  }
  return pieces;
}

/** The statements that carry out a plan, in one batch. */
export function storeImport(db: TenantDb, plan: ImportPlan): Statement[] {
  const optionRows = plan.options.flatMap((options) => options.rows);
  const optionLines = plan.options.map((options) => options.lineId);
  return [
    ...inPieces(plan.subscribers, (rows) => storeSubscribers(db, rows)),
    ...inPieces(plan.lines, (rows) => storeLines(db, rows)),
    ...inPieces(optionLines, (ids) => db.delete(lineOptions).where(inArray(lineOptions.lineId, ids))),
    ...inPieces(optionRows, (rows) => db.insert(lineOptions).values(rows)),
    ...storeTerms(db, plan),
  ];
}

function storeSubscribers(db: TenantDb, rows: ImportPlan['subscribers']): Statement {
  return db
    .insert(subscribers)
    .values(rows)
    .onConflictDoUpdate({
      target: subscribers.id,
      set: {
        kind: sql`excluded.kind`,
        name: sql`excluded.name`,
        email: sql`excluded.email`,
        postalAddress: sql`excluded.postal_address`,
        timeZone: sql`excluded.time_zone`,
      },
    });
}

function storeLines(db: TenantDb, rows: ImportPlan['lines']): Statement {
  return db
    .insert(lines)
    .values(rows)
    .onConflictDoUpdate({
      target: lines.id,
      set: {
        subscriberId: sql`excluded.subscriber_id`,
        ownedSince: sql`excluded.owned_since`,
        carrier: sql`excluded.carrier`,
        carrierAccountId: sql`excluded.carrier_account_id`,
        carrierLineId: sql`excluded.carrier_line_id`,
        accountNumber: sql`excluded.account_number`,
        tariffCode: sql`excluded.tariff_code`,
        tariffName: sql`excluded.tariff_name`,
        balanceKopecks: sql`excluded.balance_kopecks`,
        iccid: sql`excluded.iccid`,
        seenAt: sql`excluded.seen_at`,
      },
    });
}

function storeTerms(db: TenantDb, plan: ImportPlan): Statement[] {
  const ofNames = plan.subscribers.flatMap((owner) =>
    searchTermsOf({ ...owner, msisdns: [] }).map((term) => ({ term, subscriberId: owner.id })),
  );
  const ofNumbers = plan.lines.map(({ msisdn, subscriberId }) => ({
    term: digitsTerm(msisdn.slice(-10)),
    subscriberId,
  }));
  return [
    ...inPieces(plan.renamed, (ids) =>
      dropTerms(db, and(inArray(searchTerms.subscriberId, ids), not(isNumber))),
    ),
    ...plan.moved.map(({ msisdn, subscriberId }) =>
      dropTerms(
        db,
        and(eq(searchTerms.term, digitsTerm(msisdn.slice(-10))), eq(searchTerms.subscriberId, subscriberId)),
      ),
    ),
    ...inPieces([...ofNames, ...ofNumbers], (rows) =>
      db.insert(searchTerms).values(rows).onConflictDoNothing(),
    ),
  ];
}

/** `$` follows `#`, with which the terms of numbers begin. */
const isNumber = sql`(${gte(searchTerms.term, '#')} and ${lt(searchTerms.term, '$')})`;

function dropTerms(db: TenantDb, which: SQL | undefined): Statement {
  return db.delete(searchTerms).where(which);
}
