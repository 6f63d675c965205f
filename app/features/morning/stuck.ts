import type { RequestState } from '../request/request.ts';

type Counted = { carrier: string; state: RequestState; requests: number; old: number; since: Date };
/** What keeps requests: a person must act, nobody knows what became of them, or they have not moved for a day. */
export const stuckIn = ['manual', 'unconfirmed', 'slow'] as const;
export type StuckIn = (typeof stuckIn)[number];
/** The states of each, as the list of requests is asked for them. */
export const statesOf = {
  manual: ['manual'],
  unconfirmed: ['unconfirmed'],
  slow: ['queued', 'sending', 'accepted'],
} as const satisfies Record<StuckIn, readonly RequestState[]>;

export type StuckAt = Record<StuckIn, number> & {
  carrier: string;
  /** Since when the longest of them is as it is. */
  since: Date;
};

/** Unmoved for so long, a request on its way is stuck, ms. */
export const slowAfterMs = 86_400_000;

/** Which carriers' requests are stuck, those with the most first; `old` counts what is unmoved for slowAfterMs. */
export function stuckByCarrier(rows: readonly Counted[]): StuckAt[] {
  return [...Map.groupBy(rows, ({ carrier }) => carrier)]
    .map(([carrier, own]) => {
      const keeps = stuckIn.map((name) => ({ name, rows: own.filter((row) => isIn(row, name)) }));
      const count = (name: StuckIn) =>
        keeps
          .filter((one) => one.name === name)
          .flatMap((one) => one.rows)
          .reduce((sum, row) => sum + (name === 'slow' ? row.old : row.requests), 0);
      const since = Math.min(...keeps.flatMap((one) => one.rows).map((row) => row.since.getTime()));
      return {
        carrier,
        manual: count('manual'),
        unconfirmed: count('unconfirmed'),
        slow: count('slow'),
        since: new Date(since),
      };
    })
    .filter((one) => totalOf(one) > 0)
    .sort((a, b) => totalOf(b) - totalOf(a) || a.carrier.localeCompare(b.carrier));
}

export function totalOf({ manual, unconfirmed, slow }: Record<StuckIn, number>): number {
  return manual + unconfirmed + slow;
}

function isIn({ state, old }: Counted, name: StuckIn): boolean {
  const states: readonly RequestState[] = statesOf[name];
  return states.includes(state) && (name !== 'slow' || old > 0);
}
