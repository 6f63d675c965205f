import type { Actor } from '#app/features/access/can.ts';
import { can } from '#app/features/access/can.ts';
import { erasedText } from '#app/features/erasure/erasure.ts';
import type { RequestKind, RequestState } from '#app/features/request/request.ts';
import { subjectOf } from '#app/features/request/request-item.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineCard, type LineRequest, listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import { maskAddress } from './mask-address.ts';
import { maskMsisdn } from './phone.ts';

export type Card = NonNullable<Awaited<ReturnType<typeof readCard>>>;

/** A line and whose it is, as the desk shows it: every number masked. */
export async function readCard({ db, actor }: { db: TenantDb; actor: Actor }, lineId: string) {
  const card = await getLineCard(db, lineId);
  if (!card) return null;
  const { line, subscriber, options } = card;
  const isErased = subscriber.name === erasedText;
  const lines = await listLinesOfSubscriber(db, subscriber.id);
  const { name, kind, contractNumber, email, note, postalAddress } = subscriber;
  const { id, carrier, tariffName, blockedBy, balanceKopecks, iccid, accountNumber, seenAt } = line;
  return {
    subscriber: {
      id: subscriber.id,
      name,
      kind,
      contractNumber,
      note,
      maskedEmail: email && maskAddress(email),
      maskedPostalAddress: postalAddress && maskAddress(postalAddress),
    },
    line: {
      id,
      carrier,
      tariffName,
      blockedBy,
      balanceKopecks,
      iccid,
      accountNumber,
      seenAt,
      maskedNumber: maskMsisdn(line.msisdn),
    },
    options,
    otherLines: lines
      .filter((other) => other.id !== id)
      .map((other) => ({ id: other.id, carrier: other.carrier, maskedNumber: maskMsisdn(other.msisdn) })),
    openRequests: card.openRequests.map(toCardRequest),
    history: card.lastRequests.map(toCardRequest),
    mayReveal: can(actor, 'subscriber:reveal') && !isErased,
    isErased,
  };
}

function toCardRequest(row: LineRequest) {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as RequestKind,
    state: row.state as RequestState,
    subject: subjectOf(row),
    createdAt: row.createdAt,
  };
}
