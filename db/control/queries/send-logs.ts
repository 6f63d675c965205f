import { and, eq } from 'drizzle-orm';
import { nextSendAt, recentSends, type SendWindow } from '#carriers/send-windows.ts';
import { commit } from '#db/commit.ts';
import type { ControlDb } from '#db/open.ts';
import { sendLogs } from '../schema.ts';

const attempts = 50;

/**
 * Reserves the account's next send and returns how long to wait for it, in ms. The row's version makes one
 * of two simultaneous callers try again, so the windows hold over all processes and restarts.
 */
export async function reserveSend(
  control: ControlDb,
  accountId: string,
  windows: SendWindow[],
  now: number,
): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [row] = await control.select().from(sendLogs).where(eq(sendLogs.accountId, accountId)).limit(1);
    const recent = recentSends(row?.sends ?? [], windows, now);
    const at = nextSendAt(recent, windows, now);
    const next = { sends: [...recent, at], version: (row?.version ?? 0) + 1 };
    const write = row
      ? control
          .update(sendLogs)
          .set(next)
          .where(and(eq(sendLogs.accountId, accountId), eq(sendLogs.version, row.version)))
      : control.insert(sendLogs).values({ accountId, ...next });
    const written = await commit(control, [write]);
    if (written.ok && written.results[0]?.rowsAffected === 1) return at - now;
  }
  throw new Error(`The send log of carrier account ${accountId} is contended: ${attempts} attempts failed.`);
}
