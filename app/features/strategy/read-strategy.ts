import { can } from '#app/features/access/can.ts';
import { namesOf } from '#db/control/queries/names.ts';
import {
  countStandings,
  getRunningTrial,
  getStrategy,
  listStrategyVersions,
} from '#db/tenant/queries/strategies.ts';
import { compareVersions } from './compare-versions.ts';
import { defaultStrategy } from './default-strategy.ts';
import { readCaps } from './read-caps.ts';
import type { StrategyReader } from './read-strategies.ts';
import { draftOf, inForceOf } from './strategy-version.ts';

type Reader = Omit<StrategyReader, 'timeZone'>;

/** One strategy to be looked at or changed; `null`: there is none. */
export async function readStrategy({ db, control, actor, now }: Reader, id: string) {
  const strategy = await getStrategy(db, id);
  if (!strategy) return null;
  const versions = await listStrategyVersions(db, id);
  const draft = draftOf(versions);
  const people = (await countStandings(db)).filter(({ strategyId }) => strategyId === id);
  const trial = await getRunningTrial(db);
  const names = await namesOf(
    control,
    versions.flatMap(({ savedBy, putInForceBy }) => [savedBy, putInForceBy ?? savedBy]),
  );
  return {
    id,
    name: strategy.name,
    retiredAt: strategy.retiredAt,
    mayWrite: can(actor, 'debt:write') && strategy.retiredAt === null,
    isOnTrial: trial !== null && [trial.championId, trial.challengerId].includes(id),
    rules: (draft ?? versions.at(-1))?.rules ?? defaultStrategy,
    /** When the draft was saved; `null`: there is none. */
    seen: draft?.savedAt ?? null,
    savedBy: draft ? (names[draft.savedBy] ?? null) : null,
    inForce: inForceOf(versions)?.number ?? null,
    caps: await readCaps(db, now),
    people: people.map(({ version, people: count }) => ({ version, count })),
    versions: versions.toReversed().map(({ number, rules, inForceFrom, savedAt, savedBy, putInForceBy }) => {
      const before = versions.find((one) => one.number === number - 1);
      return {
        number,
        inForceFrom,
        savedAt,
        by: names[putInForceBy ?? savedBy] ?? null,
        changes: before ? compareVersions(before.rules, rules) : null,
      };
    }),
  };
}
export type StrategyView = NonNullable<Awaited<ReturnType<typeof readStrategy>>>;
