import { churnScorecard } from '#app/features/churn/churn-scorecard.ts';
import { definitionOn } from '#app/features/churn/definition.ts';
import type { AsOf, LineLife } from '#app/features/churn/line-life.ts';
import { readLives } from '#app/features/churn/read-lives.ts';
import { replayDays } from '#app/features/churn/replay-lives.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listDefinitions, listDeparturesOf, sampleLines } from '#db/tenant/queries/churn.ts';
import type { TrainingPlan } from './carry-out-training.ts';
import { keepModelInForce } from './keep-model-in-force.ts';

/** More teach little that is new; reading them holds up whoever else asks this database. */
const mostLines = 6000;
const readAtOnce = 250;
/** A year of outcomes. */
const daysReplayed = 6;

/** How the model of churn is trained. */
export const churnPlan: TrainingPlan = {
  openModel: (db, now) => keepModelInForce(db, 'churn', churnScorecard, now),
  async read({ db, today, timeZone }, inForce) {
    const days = replayDays(today, daysReplayed).map((on) => ({ on, at: midnightOf(on, timeZone) }));
    const ids = await sampleLines(db, mostLines);
    const lives: LineLife[] = [];
    const left: string[][] = [];
    const [first] = days;
    for (let from = 0; first && from < ids.length; from += readAtOnce) {
      const page = await readPage(db, ids.slice(from, from + readAtOnce), first, timeZone);
      lives.push(...page.lives);
      left.push(...page.left);
    }
    const input = { lives, left, days, until: today, inForce };
    return { job: { target: 'churn', input }, rows: lives.length * days.length };
  },
};

async function readPage(db: TenantDb, ids: readonly string[], first: AsOf, timeZone: string) {
  const lives = await readLives(db, ids, first, timeZone);
  const definitions = await listDefinitions(db);
  const departures = Map.groupBy(await listDeparturesOf(db, ids), ({ lineId }) => lineId);
  const left = lives.map(({ lineId }) =>
    (departures.get(lineId) ?? []).flatMap(({ on, kind, carrierAccountId }) =>
      definitionOn(definitions, on, carrierAccountId).kinds.includes(kind) ? [on] : [],
    ),
  );
  return { lives, left };
}
