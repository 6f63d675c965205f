import { and, eq } from 'drizzle-orm';
import { openMailbox } from '#app/features/mail/open-mailbox.ts';
import { type SendOutcome, sendMail } from '#app/features/mail/send-mail.ts';
import { passReport } from '#app/features/outreach/ask-gate.ts';
import { commit } from '#db/commit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import {
  type DispatchRow,
  getDispatch,
  getReportAddress,
  getReportSchedule,
} from '#db/tenant/queries/report-mail.ts';
import { reportDispatches } from '#db/tenant/schema/report-mail.ts';
import { type Composed, composeDispatch, type ReportSender } from './compose-dispatch.ts';
import type { DispatchState } from './report-mail.ts';

/** How a mail ended: `waiting` is to be tried again. */
export type DispatchEnd = { state: Exclude<DispatchState, 'sending'>; failure: string | null };

/** So long whoever claimed a mail is believed to be sending it. */
export const dispatchLeaseMs = 5 * 60_000;

/** Takes a waiting mail for sending, committed before the server is spoken to. `false`: somebody else has it. */
export async function claimDispatch(db: TenantDb, id: string, now: Date): Promise<boolean> {
  const waiting = and(eq(reportDispatches.id, id), eq(reportDispatches.state, 'waiting'));
  const claim = db.update(reportDispatches).set({ state: 'sending', claimedAt: now }).where(waiting);
  const written = await commit(db, [claim]);
  return written.ok && written.results[0]?.rowsAffected === 1;
}

/**
 * Writes the report of a mail, and returns how to hand it to the server once it is claimed: what cannot be written fails
 * before anybody could think it was sent.
 */
export async function prepareDispatch(
  sender: ReportSender,
  db: TenantDb,
  dispatch: DispatchRow,
): Promise<() => Promise<DispatchEnd>> {
  const composed = await compose(sender, db, dispatch);
  if ('failed' in composed) return async () => ({ state: 'failed', failure: composed.failed });
  if ('held' in composed) return async () => ({ state: 'waiting', failure: composed.held });
  const mailbox = await openMailbox(sender, db.tenantId);
  if (!mailbox) return async () => ({ state: 'waiting', failure: 'no-mailbox' });
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@'));
  const own = { messageId: `<report.${dispatch.id}${domain}>`, isAutomatic: true, pass: passReport() };
  return async () => endOf(await sendMail(mailbox, { ...composed.letter, ...own }));
}

function endOf(outcome: SendOutcome): DispatchEnd {
  if (outcome.type === 'sent') return { state: 'sent', failure: null };
  const states = { again: 'waiting', refused: 'failed', unconfirmed: 'unconfirmed' } as const;
  return { state: states[outcome.type], failure: outcome.words };
}

async function compose(sender: ReportSender, db: TenantDb, dispatch: DispatchRow): Promise<Composed> {
  const [schedule, address, tenant] = await Promise.all([
    getReportSchedule(db, dispatch.scheduleId),
    getReportAddress(db, dispatch.addressId),
    getTenant(sender.databases.control, db.tenantId),
  ]);
  if (!schedule || !address || !tenant) return { failed: 'schedule-removed' };
  return composeDispatch(sender, { db, tenant }, { dispatch, schedule, address });
}

/** Writes how a claimed mail ended. */
export async function recordDispatch(db: TenantDb, id: string, end: DispatchEnd, now: Date): Promise<void> {
  const sentAt = end.state === 'sent' ? now : null;
  const ended = db
    .update(reportDispatches)
    .set({ ...end, sentAt })
    .where(eq(reportDispatches.id, id));
  await commit(db, [ended], [{ topic: 'reports', id }]);
}

/** One whose sender died in the middle: whether it left nobody knows, so it is not sent again. */
export async function giveUpDispatch(db: TenantDb, id: string, now: Date): Promise<DispatchState | null> {
  const row = await getDispatch(db, id);
  if (row?.state !== 'sending') return row?.state ?? null;
  const isStillHis = (row.claimedAt?.getTime() ?? 0) + dispatchLeaseMs > now.getTime();
  if (isStillHis) return 'sending';
  await recordDispatch(db, id, { state: 'unconfirmed', failure: 'broke-off' }, now);
  return 'unconfirmed';
}
