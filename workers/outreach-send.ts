import { claimContact, type NotClaimed } from '#app/features/outreach/claim-contact.ts';
import { ContactWork } from '#app/features/outreach/contact-work.ts';
import { deliverContact } from '#app/features/outreach/deliver-contact.ts';
import { recordContact } from '#app/features/outreach/record-contact.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { crashPoint } from './crash-points.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type Outcome,
  type QueueDefinition,
  snooze,
} from './queue-definition.ts';

/** About a day and a half of a channel that does not answer. */
const mostTries = 100;
const longestPauseMs = 20 * 60_000;

/** Sends one contact that nobody waits for: through the gate, claimed on disk first, so never twice. */
export const outreachSend: QueueDefinition<ContactWork> = {
  name: 'outreach-send',
  payload: ContactWork,
  attempts: mostTries + 8,
  backoffMs: doublingBackoff,
  concurrency: 8,
  gateCapacity: 8,
  async perform({ db, services, tries }, work) {
    const tenant = await getTenant(services.databases.control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const claimed = await claimContact({ db, now: services.now(), timeZone: tenant.timeZone }, work);
    if (!claimed.ok) return notClaimed(claimed.error, services.now());
    crashPoint('after-contact-claim');
    const outcome = await deliverContact(services, db.tenantId, claimed.value);
    crashPoint('after-contact');
    const isHeld = outcome.state === 'allowed' && tries < mostTries;
    const ended = outcome.state === 'allowed' && !isHeld ? { ...outcome, state: 'failed' as const } : outcome;
    await recordContact(db, work.sendKey, ended, services.now(), work);
    return isHeld ? snooze(Math.min(15_000 * 2 ** Math.min(tries, 10), longestPauseMs)) : done;
  },
};

function notClaimed(why: NotClaimed, now: Date): Outcome {
  return why.code === 'dropped' ? cancel(why.reason) : snooze(why.until.getTime() - now.getTime());
}
