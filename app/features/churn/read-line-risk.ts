import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { listDepartures } from '#db/tenant/queries/churn.ts';
import { getChurnScore, listOffersForReason, listPastScores } from '#db/tenant/queries/churn-board.ts';
import { getUnknownNumber } from '#db/tenant/queries/unknown-numbers.ts';
import { adviceFor, codeOf } from './advice.ts';
import type { RiskBand } from './churn.ts';

const [shownPast, shownOffers] = [6, 3];

export type LineRisk = NonNullable<Awaited<ReturnType<typeof readLineRisk>>>;

/** How likely a line is to leave, why, what was given to others for the same reason, and what not to say to him. */
export async function readLineRisk({ db, actor }: { db: TenantDb; actor: Actor }, lineId: string) {
  if (!can(actor, 'churn:read')) return null;
  const [score, past, departures, unknown] = await Promise.all([
    getChurnScore(db, lineId),
    listPastScores(db, lineId, shownPast),
    listDepartures(db, lineId),
    getUnknownNumber(db, lineId),
  ]);
  const leading = codeOf(score?.reasons[0] ?? '');
  const helped = leading ? await listOffersForReason(db, leading, shownOffers) : [];
  return {
    score,
    trend: trendOf(past),
    helped,
    avoid: score && score.band !== 'low' ? adviceFor(score.reasons) : [],
    departures: departures.map(({ id, kind, on, reason, note, returnedOn }) => ({
      id,
      kind,
      on,
      reason,
      note,
      returnedOn,
    })),
    unknownAt: unknown?.toldAt.at(-1) ?? null,
    mayNote: can(actor, 'churn:note'),
  };
}

/** Of the newest forecast against the one before it. */
function trendOf(past: readonly { probability: number; band: RiskBand }[]): 'up' | 'down' | null {
  const [last, before] = past;
  if (!last || !before) return null;
  return last.probability > before.probability ? 'up' : 'down';
}
