import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { listCallEvents, listCallsInHand, listOpenCasesOf } from '#db/tenant/queries/calls.ts';
import { tellCall } from './call.ts';

const minuteMs = 60_000;
/** An exchange may never tell the end of a call: so long it is believed to ring, and to be spoken. */
const ringsMs = 5 * minuteMs;
const talksMs = 4 * 60 * minuteMs;

export type CallInHand = Awaited<ReturnType<typeof readCallsInHand>>[number];

/** The calls at this person's own telephone, with whose they are and what is open of theirs. */
export async function readCallsInHand(db: TenantDb, userId: string, now: Date) {
  const found = await listCallsInHand(db, userId, new Date(now.getTime() - talksMs));
  const calls = await Promise.all(
    found.map(async ({ contact, line, subscriber }) => {
      const { answeredAt } = tellCall(await listCallEvents(db, contact.externalId ?? ''));
      return {
        contactId: contact.id,
        caseId: contact.caseId,
        direction: contact.direction,
        startedAt: contact.startedAt,
        answeredAt,
        maskedNumber: contact.address ? maskMsisdn(contact.address) : null,
        name: subscriber?.name ?? null,
        lineId: line?.id ?? null,
        carrier: line?.carrier ?? null,
        tariffName: line?.tariffName ?? null,
        cases: subscriber ? await listOpenCasesOf(db, subscriber.id) : [],
      };
    }),
  );
  return calls.filter(
    ({ answeredAt, startedAt }) => answeredAt !== null || now.getTime() - startedAt.getTime() <= ringsMs,
  );
}
