import { setTimeout } from 'node:timers/promises';
import type { RequestDesk } from '#app/features/request/draft-request.ts';
import { settleRequest } from '#app/features/request/settle-request.ts';
import { getRequest, listOpenRequestIds } from '#db/tenant/queries/requests.ts';

/**
 * Waits until every open request ended or lies with a person, and plays that person where nothing was ever
 * sent: he does it in the carrier's cabinet and says so. Throws when the time is over.
 */
export async function awaitSettled(desk: () => RequestDesk, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const { db } = desk();
    const open = await listOpenRequestIds(db);
    const waiting = open.filter((row) => row.state !== 'manual');
    for (const row of open) {
      const request = row.state === 'manual' ? await getRequest(db, row.id) : null;
      if (request && !request.sentAt && !request.failure) {
        await settleRequest(desk(), {
          requestId: row.id,
          result: 'done',
          words: 'Сделано в кабинете оператора',
        });
      }
    }
    if (waiting.length === 0) return;
    if (Date.now() > deadline) {
      const left = waiting.map((row) => `${row.id} is ${row.state}`).join(', ');
      throw new Error(`Not settled in ${withinMs / 1000} s: ${left}.`);
    }
    await setTimeout(200);
  }
}
