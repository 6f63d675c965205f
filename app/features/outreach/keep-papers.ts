import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { can } from '#app/features/access/can.ts';
import type { CaseDesk } from '#app/features/case/change-case.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getConsentText, getContacted } from '#db/tenant/queries/outreach.ts';
import { consents, consentTexts, contactBars } from '#db/tenant/schema/outreach.ts';
import { subscribers } from '#db/tenant/schema/subscriber.ts';
import { barKinds, outreachChannels, outreachPurposes } from './outreach.ts';
import type { OutreachRefusal } from './outreach-refusal.ts';

const proof = z.string().trim().min(3, 'short').max(500, 'long');

export const BarInput = z
  .strictObject({
    kind: z.enum(barKinds),
    proof,
    representative: z.string().trim().max(200, 'long').nullable(),
    /** The last day it holds; empty: for good. */
    until: z.iso.datetime({ error: 'date' }).nullable(),
  })
  .refine(({ kind, representative }) => kind !== 'representative' || Boolean(representative), {
    error: 'required',
    path: ['representative'],
  });

export const ConsentInput = z.strictObject({
  purpose: z.enum(outreachPurposes),
  channel: z.enum(outreachChannels).nullable(),
  /** What he agreed to, word for word: a new wording is a new version. */
  text: z.string().trim().min(10, 'short').max(2000, 'long'),
  proof,
});

export const ZoneInput = z.strictObject({
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'timeZone')
    .nullable(),
});

type Kept = Result<{ id: string }, OutreachRefusal>;
type Of<T> = T & { subscriberId: string };

/** Why he may not be contacted about his debt, with the paper that says so. Holds at once. */
export async function addBar(desk: CaseDesk, input: Of<z.infer<typeof BarInput>>): Promise<Kept> {
  const until = input.until ? new Date(input.until) : null;
  const id = uuid();
  const own = { id, from: desk.now, until, setBy: desk.actor.userId, setAt: desk.now };
  return keep(desk, input.subscriberId, id, [desk.db.insert(contactBars).values({ ...input, ...own })]);
}

export async function endBar(desk: CaseDesk, { subscriberId, barId }: Of<{ barId: string }>): Promise<Kept> {
  const isOpen = or(isNull(contactBars.until), gt(contactBars.until, desk.now));
  const own = and(eq(contactBars.id, barId), eq(contactBars.subscriberId, subscriberId), isOpen);
  return keep(desk, subscriberId, barId, [desk.db.update(contactBars).set({ until: desk.now }).where(own)]);
}

/** What he agreed to, with the wording and how it is proved. */
export async function addConsent(desk: CaseDesk, input: Of<z.infer<typeof ConsentInput>>): Promise<Kept> {
  const { db, actor, now } = desk;
  const { text, purpose, ...given } = input;
  const id = uuid();
  const version = await getConsentText(db, purpose, text);
  const statements = version.isNew
    ? [
        db
          .insert(consentTexts)
          .values({ purpose, version: version.number, text, savedBy: actor.userId, savedAt: now }),
      ]
    : [];
  const own = { id, purpose, textVersion: version.number, givenAt: now, recordedBy: actor.userId };
  return keep(desk, input.subscriberId, id, [
    ...statements,
    db.insert(consents).values({ ...given, ...own }),
  ]);
}

/** Taken back: nothing is sent under it from this instant on. */
export async function withdrawConsent(
  desk: CaseDesk,
  { subscriberId, consentId }: Of<{ consentId: string }>,
): Promise<Kept> {
  const own = and(eq(consents.id, consentId), eq(consents.subscriberId, subscriberId));
  const open = and(own, isNull(consents.withdrawnAt));
  return keep(desk, subscriberId, consentId, [
    desk.db.update(consents).set({ withdrawnAt: desk.now }).where(open),
  ]);
}

/** Where he lives decides what his night is. */
export async function setZone(
  desk: CaseDesk,
  { subscriberId, timeZone }: Of<z.infer<typeof ZoneInput>>,
): Promise<Kept> {
  const own = eq(subscribers.id, subscriberId);
  return keep(desk, subscriberId, subscriberId, [desk.db.update(subscribers).set({ timeZone }).where(own)]);
}

/** The last statement is the fact itself: where it changed nothing, there was nothing to change. */
async function keep(
  { db, actor }: CaseDesk,
  subscriberId: string,
  id: string,
  statements: Statement[],
): Promise<Kept> {
  if (!can(actor, 'outreach:bar')) return refuse({ code: 'forbidden', action: 'outreach:bar' });
  if (!(await getContacted(db, subscriberId))) return refuse({ code: 'subscriber-not-found' });
  const written = await commit(db, statements, [{ topic: 'subscriber', id: subscriberId }]);
  if (!written.ok) return refuse({ code: 'conflict' });
  return written.results.at(-1)?.rowsAffected === 1 ? ok({ id }) : refuse({ code: 'paper-not-found' });
}
