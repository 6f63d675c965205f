import type { TenantDb } from '#db/open.ts';
import {
  getContacted,
  getContactRules,
  listBars,
  listConsents,
  listMadeSince,
} from '#db/tenant/queries/outreach.ts';
import { rollingMs } from './contact-caps.ts';
import type { AskedContact, ContactFacts, ContactRules } from './contact-facts.ts';
import { type ContactDecision, decideContact } from './decide-contact.ts';

/** Longer than any period counts, whatever the zone. */
const remembersMs = rollingMs.month + 2 * rollingMs.day;

/** All that decides whether a subscriber may be contacted now. `null`: there is no such subscriber. */
export type ContactStanding = {
  subscriber: NonNullable<Awaited<ReturnType<typeof getContacted>>>;
  rules: ContactRules | null;
  facts: ContactFacts;
  made: Awaited<ReturnType<typeof listMadeSince>>;
};

export async function readContact(
  db: TenantDb,
  subscriberId: string,
  now: Date,
): Promise<ContactStanding | null> {
  const [subscriber, rules, bars, consents, made] = await Promise.all([
    getContacted(db, subscriberId),
    getContactRules(db, now),
    listBars(db, subscriberId, now),
    listConsents(db, subscriberId),
    listMadeSince(db, subscriberId, new Date(now.getTime() - remembersMs)),
  ]);
  if (!subscriber) return null;
  const { kind, timeZone } = subscriber;
  return { subscriber, rules, facts: { kind, timeZone, bars, consents }, made };
}

/** Without the attempt that asks again: it does not stand in its own way. */
export function decideNow(
  { rules, facts, made }: ContactStanding,
  asked: AskedContact,
  ownAttemptId?: string,
): ContactDecision {
  return decideContact(
    rules,
    facts,
    made.filter(({ id }) => id !== ownAttemptId),
    asked,
  );
}
