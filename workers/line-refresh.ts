import { z } from 'zod';
import { storeLine } from '#app/features/subscriber/store-line.ts';
import type { Msisdn } from '#carriers/port.ts';
import { commit } from '#db/commit.ts';
import { getLine } from '#db/tenant/queries/lines.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const LinePayload = z.object({ lineId: z.string() });
const tries = 12;

/** Reads a line again at its carrier, after a change whose effect could not be read at once. */
export const lineRefresh: QueueDefinition<z.infer<typeof LinePayload>> = {
  name: 'line-refresh',
  payload: LinePayload,
  attempts: 8,
  backoffMs: doublingBackoff,
  concurrency: 16,
  async perform({ db, services, tries: before }, { lineId }) {
    const line = await getLine(db, lineId);
    if (!line) return cancel(`line ${lineId} is not here`);
    const { carrier } = await services.carriers.open(db.tenantId, line.carrierAccountId);
    const seen = await carrier.getLine(line.msisdn as Msisdn);
    if (!seen.ok) return before < tries ? snooze(doublingBackoff(before)) : cancel(seen.failure.code);
    await commit(db, storeLine(db, lineId, seen.value, services.now()), [{ topic: 'line', id: lineId }]);
    return done;
  },
};
