import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getConsentText, listConsents } from '#db/tenant/queries/outreach.ts';
import { consents, consentTexts } from '#db/tenant/schema/outreach.ts';
import { consentOfferNames, consentOffers, consentWords } from './consent-offers.ts';
import { outreachPurposes } from './outreach.ts';

export const OfferInput = z.object({ offer: z.enum(consentOfferNames) });
export const WithdrawalInput = z.object({
  purpose: z.enum(outreachPurposes),
  isRobot: z.enum(['yes', 'no']).transform((said) => said === 'yes'),
});

/** Who gives or takes back: a subscriber in his own cabinet, and what proves that it was he. */
export type Consenter = {
  db: TenantDb;
  subscriberId: string;
  session: { id: string; msisdn: string; address: string; browser: string };
  company: string;
  locale: 'ru' | 'en';
  now: Date;
};

/** He agrees, to the words that stood before him. One that is in force already is enough. */
export async function giveConsent(
  consenter: Consenter,
  { offer }: z.infer<typeof OfferInput>,
): Promise<Result<null, { code: 'conflict' }>> {
  const { db, subscriberId, company, locale, now } = consenter;
  const { purpose, isRobot } = consentOffers[offer];
  const given = await listConsents(db, subscriberId);
  if (given.some((one) => one.purpose === purpose && (one.channel === 'robot') === isRobot)) return ok(null);
  const text = consentWords(offer, company, locale);
  const { number, isNew } = await getConsentText(db, purpose, text);
  const by = 'subscriber';
  const channel = isRobot ? ('robot' as const) : null;
  const own = { id: uuid(), subscriberId, purpose, channel, textVersion: number, recordedBy: by };
  const written = await commit(db, [
    ...(isNew
      ? [db.insert(consentTexts).values({ purpose, version: number, text, savedBy: by, savedAt: now })]
      : []),
    db.insert(consents).values({ ...own, proof: proofOf(consenter), givenAt: now }),
  ]);
  return written.ok ? ok(null) : refuse({ code: 'conflict' });
}

/** Taken back: whatever he agreed to of that kind, on paper too. Nothing is sent under it from this instant on. */
export async function withdrawConsents(
  { db, subscriberId, now }: Pick<Consenter, 'db' | 'subscriberId' | 'now'>,
  { purpose, isRobot }: z.infer<typeof WithdrawalInput>,
): Promise<void> {
  const { channel, withdrawnAt } = consents;
  const kind = isRobot ? eq(channel, 'robot') : or(isNull(channel), ne(channel, 'robot'));
  const own = and(eq(consents.subscriberId, subscriberId), eq(consents.purpose, purpose), kind);
  await commit(
    db,
    [
      db
        .update(consents)
        .set({ withdrawnAt: now })
        .where(and(own, isNull(withdrawnAt))),
    ],
    [{ topic: 'subscriber', id: subscriberId }],
  );
}

/** Enough to find the session and the sign-in by which he gave it. */
function proofOf({ session, now }: Consenter): string {
  const { id, msisdn, address, browser } = session;
  return `cabinet ${now.toISOString()}, ${msisdn}, session ${id.slice(0, 16)}, ${address}, ${browser}`;
}
