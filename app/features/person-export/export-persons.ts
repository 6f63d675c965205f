import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { rowsFrom } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import {
  countExportedCases,
  countExportedSubscribers,
  listExportedCases,
  listExportedSubscribers,
} from '#db/tenant/queries/person-exports.ts';
import { accessLog } from '#db/tenant/schema/desk.ts';
import { personExports } from '#db/tenant/schema/person-export.ts';
import { type ExportFilter, type ExportInput, type ExportRefusal, mostExported } from './person-export.ts';

type Desk = { db: TenantDb; actor: Actor; now: Date; timeZone: string };
export type Exported =
  | { list: 'subscribers'; rows: Awaited<ReturnType<typeof listExportedSubscribers>> }
  | { list: 'cases'; rows: Awaited<ReturnType<typeof listExportedCases>> };

/**
 * The rows of a list with persons, once it is written down who takes them and why, and for each person in them that his
 * data left. Nothing is cut off in silence: a list that is too long is refused whole.
 */
export async function exportPersons(
  desk: Desk,
  input: ExportInput,
): Promise<Result<Exported, ExportRefusal>> {
  const { db, actor, now } = desk;
  if (!can(actor, 'person:export')) return refuse({ code: 'forbidden', action: 'person:export' });
  const { list, format, carrier, from, to, reason } = input;
  const asked = instantsOf({ carrier, from, to }, desk.timeZone);
  const exported = await read(db, list, asked);
  const { rows } = exported;
  if (rows.length > mostExported) {
    const all = await (list === 'cases' ? countExportedCases : countExportedSubscribers)(db, asked);
    return refuse({ code: 'export-too-large', rows: all, most: mostExported });
  }
  if (rows.length === 0) return refuse({ code: 'export-empty' });
  const id = uuid();
  const people = [...new Set(rows.flatMap((row) => row.id ?? []))];
  const taken = { id, list, format, filter: { carrier, from, to }, reason, by: actor.userId, at: now };
  const logged = sql`select value ->> 0, ${now.getTime()}, ${actor.userId}, value ->> 1, ${`export:${id}`}, ${reason}
    ${rowsFrom(people.map((one) => [uuid(), one]))}`;
  await commit(db, [
    db.insert(personExports).values({ ...taken, rows: rows.length, people: people.length }),
    db.insert(accessLog).select(logged),
  ]);
  return ok(exported);
}

/** One more than may leave, to know that there are too many. */
async function read(
  db: TenantDb,
  list: ExportInput['list'],
  asked: ReturnType<typeof instantsOf>,
): Promise<Exported> {
  if (list === 'cases') return { list, rows: await listExportedCases(db, asked, mostExported + 1) };
  return { list, rows: await listExportedSubscribers(db, asked, mostExported + 1) };
}

function instantsOf({ carrier, from, to }: ExportFilter, timeZone: string) {
  return {
    carrier,
    from: from ? new Date(midnightOf(from, timeZone)) : null,
    before: to ? new Date(midnightOf(addDays(to, 1), timeZone)) : null,
  };
}
