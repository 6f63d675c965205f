import { z } from 'zod';
import { carryOutUse, type Deeds } from '#app/features/offer/carry-out-use.ts';
import { bookEntries } from '#app/features/receivable/book-entries.ts';
import { orderChange } from '#app/features/request/order-change.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import { findReceivableOfLine } from '#db/tenant/queries/receivables.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type QueueDefinition,
  snooze,
  type WorkServices,
} from './queue-definition.ts';

const Payload = z.object({ useId: z.string().min(1) });

/** Carries out an offer that a subscriber accepted, and closes it by what became of its request. */
export const offerCarry: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'offer-carry',
  payload: Payload,
  attempts: 20,
  backoffMs: doublingBackoff,
  concurrency: 8,
  async perform({ db, services }, { useId }) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const now = services.now();
    const deeds = deedsOf(db, services, { now, today: dateAt(now.getTime(), tenant.timeZone) });
    const carried = await carryOutUse({ db, deeds, now }, useId);
    if (!carried) return cancel(`the use ${useId} of an offer is not here`);
    return carried.againMs === null ? done : snooze(carried.againMs);
  },
};

/** The request pipeline and the books, as a person of the centre uses them: whose word it was stands in both. */
function deedsOf(
  db: TenantDb,
  { carriers }: WorkServices,
  { now, today }: { now: Date; today: string },
): Deeds {
  return {
    order: (input, by) =>
      orderChange({ db, carriers, actor: { userId: by, name: '', roles: ['lead'] }, now }, input),
    async credit({ lineId, kopecks, token, note }) {
      const receivableId = await findReceivableOfLine(db, lineId);
      if (!receivableId) return false;
      const desk = { db, by: 'worker', at: now, today, lane: 'interactive' as const };
      const origin = { source: 'hand' as const, sourceKey: token, fileId: null, on: today, note };
      const entry = { kind: 'adjustment' as const, amountKopecks: -kopecks, dueOn: null };
      const booked = await bookEntries(desk, [{ ...entry, ...origin, whose: { receivableId } }]);
      if (!booked.ok) throw new Error(`The credit ${token} could not be booked: others were faster.`);
      return booked.value[0]?.ok === true;
    },
  };
}
