import { z } from 'zod';
import { pullBalances, stopPull } from '#app/features/receivable/pull-balances.ts';
import { pauseAfter } from '#app/features/receivable/pull-pace.ts';
import { getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import { getPull } from '#db/tenant/queries/balances.ts';
import { cancel, done, doublingBackoff, type QueueDefinition, snooze } from './queue-definition.ts';

const Payload = z.object({ accountId: z.string().min(1), on: z.iso.date() });
/** So long a colleague's own work at the carrier is left alone before it is looked at again. */
const giveWayMs = 5000;
/** A carrier that does not answer is left alone for so long. */
const troubleMs = 10 * 60_000;

/** Asks one carrier account for the balances of its lines, some at a time, at half of what it lets through. */
export const balancePull: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'balance-pull',
  payload: Payload,
  // Every piece of a night counts as one.
  attempts: 100_000,
  backoffMs: doublingBackoff,
  concurrency: 3,
  gateCapacity: 3,
  async perform({ db, services }, { accountId, on }) {
    const pull = await getPull(db, accountId, on);
    if (!pull || pull.endedAt) return cancel(`the balances of ${accountId} on ${on} are not asked for`);
    const account = await getCarrierAccount(services.databases.control, db.tenantId, accountId);
    if (!account?.asksBalances) {
      await stopPull(db, pull, services.now());
      return cancel(`the account ${accountId} is not asked for balances any more`);
    }
    const { carrier } = await services.carriers.open(db.tenantId, accountId);
    const { type, asked } = await pullBalances({ db, now: services.now, carrier, pull });
    if (type === 'ended') return done;
    if (type === 'in-trouble') return snooze(troubleMs);
    return snooze(Math.max(type === 'gave-way' ? giveWayMs : 0, pauseAfter(asked, account.windows)));
  },
};
