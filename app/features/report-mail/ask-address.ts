import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import { getReportAddress, getReportAddressOf, listReportAddresses } from '#db/tenant/queries/report-mail.ts';
import { reportAddresses } from '#db/tenant/schema/report-mail.ts';
import { type AddressInput, nextAsk, type ReportMailRefusal } from './report-mail.ts';

type Desk = { db: TenantDb; actor: Actor; now: Date };
type Done = Promise<Result<{ id: string }, ReportMailRefusal | { code: 'conflict' }>>;

const mostAddresses = 100;

/** Asks an address whether it wants reports: a new one, or one that said no, or has not answered. */
export async function askAddress(desk: Desk, { address, language }: z.infer<typeof AddressInput>): Done {
  const { db, actor, now } = desk;
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const known = await getReportAddressOf(db, address);
  if (known?.confirmedAt && !known.endedAt) return refuse({ code: 'mail-address-confirmed' });
  const asks = nextAsk(known, now);
  if (asks === null) return refuse({ code: 'mail-asked-often' });
  if (!known && (await listReportAddresses(db)).length >= mostAddresses)
    return refuse({ code: 'too-many-mail-addresses' });
  const id = known?.id ?? uuid();
  const row = { language, addedBy: actor.userId, askedAt: now, asks, confirmedAt: null, endedAt: null };
  if (!known) return write(desk, id, db.insert(reportAddresses).values({ id, address, ...row }));
  const asRead = and(eq(reportAddresses.id, id), eq(reportAddresses.askedAt, known.askedAt));
  return write(desk, id, db.update(reportAddresses).set(row).where(asRead));
}

/** The queue finds out by itself which link is the last: it carries the id only. */
async function write({ db, now }: Desk, id: string, statement: Statement): Done {
  const queue = 'report-confirmation';
  const call = callFor(db, { queue, payload: { addressId: id }, gate: queue, lane: 'bulk', dueAt: now }, now);
  const written = await commit(db, [statement, call], [{ topic: 'reports', id }]);
  const isWritten = written.ok && written.results[0]?.rowsAffected === 1;
  return isWritten ? ok({ id }) : refuse({ code: 'conflict' });
}

/** Takes an address off by hand: nothing goes there any more. */
export async function endAddress({ db, actor, now }: Desk, id: string): Done {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const known = await getReportAddress(db, id);
  if (!known || known.endedAt) return refuse({ code: 'mail-address-not-found' });
  const ended = db.update(reportAddresses).set({ endedAt: now }).where(eq(reportAddresses.id, id));
  await commit(db, [ended], [{ topic: 'reports', id }]);
  return ok({ id });
}
