import { fitModel, foretell } from '#app/features/prediction/fit-model.ts';
import type { Samples } from '#app/features/prediction/model.ts';
import { drawFolds, pickRows } from '#app/features/prediction/split-rows.ts';
import { transformClasses } from '#app/features/uplift/class-transformation.ts';
import { type Experiment, qiniCurve, qiniPerTenThousand } from '#app/features/uplift/qini.ts';
import type { Measure } from './campaign-proof.ts';
import { type KnownAtFreeze, knownNumbers } from './known-at-freeze.ts';
import type { Ranking, RankingPoint } from './ranking.ts';

/** A member of a closed campaign: what was known of him, his side, and whether it happened. */
export type RankedMember = { known: KnownAtFreeze; treated: boolean; happened: boolean };

const folds = 5;
/** With fewer a ranking is learnt from chance. */
const least = { people: 1000, happenedASide: 30 };
const points = 20;

/**
 * Whom a campaign moves, learnt from its own members, each ranked by models that were made without his fold, beside
 * the ranking by who is likeliest to do it anyway; null: there is too little history.
 */
export function rankMembers(members: readonly RankedMember[], measure: Measure): Ranking | null {
  const sides = [true, false].map((side) => members.filter(({ treated }) => treated === side));
  const fewest = Math.min(...sides.map((own) => own.filter(({ happened }) => happened).length));
  if (members.length < least.people || fewest < least.happenedASide) return null;
  const treated = Uint8Array.from(members, (one) => Number(one.treated));
  // The effect is that somebody stays or comes back.
  const outcome = Uint8Array.from(members, ({ happened }) => Number(happened === (measure === 'came-back')));
  const experiment = { treated, outcome };
  const scores = scoreMembers(samplesOf(members), experiment);
  return {
    people: members.length,
    areas: {
      uplift: qiniPerTenThousand(scores.uplift, experiment),
      response: qiniPerTenThousand(scores.response, experiment),
    },
    curves: {
      uplift: curveOf(scores.uplift, experiment),
      response: curveOf(scores.response, experiment),
    },
  };
}

/** `labels`: whether it happened. */
function samplesOf(members: readonly RankedMember[]): Samples {
  const levels = [...new Set(members.map(({ known }) => known.carrier))].toSorted();
  const numbers = knownNumbers.map((_, place) =>
    Float64Array.from(members, ({ known }) => known.numbers[place] ?? Number.NaN),
  );
  return {
    columns: [
      ...knownNumbers.map((name) => ({ name, kind: 'number' as const })),
      { name: 'carrier', kind: 'category', levels },
    ],
    values: [...numbers, Float64Array.from(members, ({ known }) => levels.indexOf(known.carrier))],
    labels: Uint8Array.from(members, ({ happened }) => Number(happened)),
  };
}

function scoreMembers(samples: Samples, experiment: Experiment) {
  const drawn = drawFolds(samples.labels, folds, 1);
  const rows = [...samples.labels.keys()];
  const transformed = transformClasses(samples, experiment);
  const scores = { uplift: new Float64Array(rows.length), response: new Float64Array(rows.length) };
  for (let fold = 0; fold < folds; fold++) {
    const held = rows.filter((row) => drawn[row] === fold);
    const made = rows.filter((row) => drawn[row] !== fold);
    const asked = pickRows(samples, held);
    const moved = foretell(
      fitModel('additive', pickRows(transformed, balance(made, experiment.treated))),
      asked,
    );
    const likely = foretell(fitModel('additive', pickRows(samples, made)), asked);
    for (const [place, row] of held.entries()) {
      scores.uplift[row] = moved[place] ?? 0;
      scores.response[row] = likely[place] ?? 0;
    }
  }
  return scores;
}

/** The class transformation wants as many of one side as of the other: the smaller one's rows are taken several times. */
function balance(rows: readonly number[], treated: Uint8Array): number[] {
  const sides = [0, 1].map((side) => rows.filter((row) => treated[row] === side));
  const most = Math.max(...sides.map((own) => own.length));
  return sides.flatMap((own) =>
    own.length === 0 ? [] : Array.from({ length: most }, (_, place) => own[place % own.length] ?? 0),
  );
}

/** From nobody to everybody in equal steps. */
function curveOf(scores: Float64Array, experiment: Experiment): RankingPoint[] {
  const curve = qiniCurve(scores, experiment);
  return Array.from({ length: points + 1 }, (_, place) => {
    const depth = place / points;
    const people = Math.round(depth * curve.length);
    return { depth, caused: people === 0 ? 0 : (curve[people - 1] ?? 0) };
  });
}
