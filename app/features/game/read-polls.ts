import { Temporal } from 'temporal-polyfill';
import { dayOf } from '#app/features/points/season.ts';
import type { TenantDb } from '#db/open.ts';
import { listPollAnswers } from '#db/tenant/queries/poll.ts';

/** `percent`: those who are content; `null`: so few answered that somebody might be known. */
export type ShownPoll = { month: string; count: number; percent: number | null; words: string[] };

type Reader = { db: TenantDb; now: Date; timeZone: string };

/** With fewer answers somebody might be known by his. */
const fewestAnswers = 5;
const mostMonths = 6;
/** Marks of those who are content. */
const contentFrom = 4;

/** How content people are, by month, the newest first. */
export async function readPolls({ db, now, timeZone }: Reader): Promise<ShownPoll[]> {
  const first = Temporal.PlainDate.from(dayOf(now, timeZone)).subtract({ months: mostMonths - 1 });
  const since = first.toString().slice(0, 7);
  const byMonth = Map.groupBy(await listPollAnswers(db, since), ({ month }) => month);
  return [...byMonth].map(([month, answers]) => {
    const count = answers.length;
    if (count < fewestAnswers) return { month, count, percent: null, words: [] };
    const content = answers.filter(({ mark }) => mark >= contentFrom).length;
    const words = new Set(answers.flatMap(({ words: said }) => (said === '' ? [] : [said])));
    return { month, count, percent: Math.round((100 * content) / count), words: [...words] };
  });
}
