import type { ContactFacts, ContactRules } from '#app/features/outreach/contact-facts.ts';
import { lawfulLimits } from '#app/features/outreach/contact-sources.ts';
import { decideContact, type MadeContact } from '#app/features/outreach/decide-contact.ts';
import type { OutreachChannel, OutreachPurpose } from '#app/features/outreach/outreach.ts';

const rules: ContactRules = {
  mode: 'creditor',
  registerNumber: null,
  creditorName: 'Волна',
  creditorPhone: '+74951234567',
  callLabel: 'Волна: оплата связи',
  limits: lawfulLimits,
};
const person: ContactFacts = { kind: 'person', timeZone: 'Europe/Moscow', bars: [], consents: [] };
/** A Wednesday, noon in Moscow. */
export const noon = '2026-11-18T12:00:00+03:00';

/** What differs from a lawful message about a debt to somebody in Moscow on a Wednesday at noon. */
export type ContactCase = {
  rules?: Partial<ContactRules> | null;
  facts?: Partial<ContactFacts>;
  earlier?: [OutreachChannel, string][];
  purpose?: OutreachPurpose;
  channel?: OutreachChannel;
  at?: string;
};

/** `allowed`, or the rule and until when. */
export function decideCase({
  rules: own,
  facts,
  earlier = [],
  purpose = 'collection',
  channel = 'sms',
  at = noon,
}: ContactCase) {
  const made: MadeContact[] = earlier.map(([by, on]) => ({
    purpose: 'collection',
    channel: by,
    at: new Date(on),
  }));
  const asked = { purpose, channel, at: new Date(at) };
  const decided = decideContact(
    own === null ? null : { ...rules, ...own },
    { ...person, ...facts },
    made,
    asked,
  );
  if (decided.allowed) return 'allowed';
  return decided.until ? `${decided.rule} until ${decided.until.toISOString()}` : decided.rule;
}
