import { type Actor, can } from '#app/features/access/can.ts';
import { readModelCard } from '#app/features/prediction/read-model-card.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import type { TenantDb } from '#db/open.ts';
import { countBands, listAtRisk, type RiskPlace } from '#db/tenant/queries/churn-board.ts';
import { getLastChurnRun } from '#db/tenant/queries/churn-night.ts';
import { riskBands } from './churn.ts';

const pageSize = 50;

export type RiskView = Awaited<ReturnType<typeof readRiskPage>>;

/** Who is most likely to leave, and the model that says so. `asked`: `band`, and `after` as the last page gave it. */
export async function readRiskPage(db: TenantDb, actor: Actor, asked: URLSearchParams) {
  const band = riskBands.find((one) => one === asked.get('band')) ?? null;
  const after = placeOf(asked.get('after'));
  const [rows, bands, run, card] = await Promise.all([
    listAtRisk(db, { band, after }, pageSize + 1),
    countBands(db),
    getLastChurnRun(db),
    readModelCard(db, 'churn'),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    band,
    bands: riskBands.map((name) => ({ name, lines: bands.find((one) => one.band === name)?.lines ?? 0 })),
    lines: shown.map(({ msisdn, ...line }) => ({ ...line, maskedNumber: maskMsisdn(msisdn) })),
    next: last ? `${last.probability}_${last.lineId}` : null,
    isFirst: after === null,
    run: run && { on: run.on, scored: run.scored, isOver: run.stage === 'ended' },
    card,
    mayTrain: can(actor, 'churn:write'),
  };
}

function placeOf(after: string | null): RiskPlace | null {
  const [probability, lineId] = (after ?? '').split('_');
  const at = Number(probability);
  return lineId && Number.isFinite(at) ? { probability: at, lineId } : null;
}
