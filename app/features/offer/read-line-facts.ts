import { joinedOnOf } from '#app/features/churn/joined-on.ts';
import { subjectOf } from '#app/features/request/request.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineLife, listDepartures } from '#db/tenant/queries/churn.ts';
import { getLine, requestsOfLine } from '#db/tenant/queries/lines.ts';
import { countUsesToLine, type OfferRow, readSpending } from '#db/tenant/queries/offers.ts';
import { fullMonths, type LineFacts, type MadeSoFar } from './eligibility.ts';

const dayMs = 86_400_000;

/** What decides which offers may be made to a line; null: it is not here. */
export async function readLineFacts(
  db: TenantDb,
  lineId: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Promise<LineFacts | null> {
  const line = await getLine(db, lineId);
  const life = await getLineLife(db, lineId);
  if (!line || !life) return null;
  const departures = await listDepartures(db, lineId);
  const open = await requestsOfLine(db, lineId, 'open');
  return {
    carrier: line.carrier,
    tariffCode: line.tariffCode,
    tenureMonths: fullMonths(joinedOnOf(life, timeZone), dateAt(now.getTime(), timeZone)),
    isBlocked: line.blockedBy !== null,
    hasLeft: departures.some(({ returnedOn }) => returnedOn === null),
    openSubjects: open.map(({ payload }) => subjectOf(payload)),
  };
}

/** What was made of an offer so far, and the number of its last use. */
export async function readMade(
  db: TenantDb,
  { series, rules }: OfferRow,
  { lineId, now }: { lineId: string; now: Date },
): Promise<MadeSoFar & { lastSequence: number }> {
  const since = new Date(now.getTime() - rules.everyDays * dayMs);
  const timesToLine = await countUsesToLine(db, { series, lineId, since });
  return { ...(await readSpending(db, series)), timesToLine };
}
