import { readFigures } from '#app/features/metric/read-figures.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { TenantDb } from '#db/open.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import { topicMoves } from './topic-moves.ts';

type Reader = { db: TenantDb; now: Date; timeZone: string };
export type MorningView = Awaited<ReturnType<typeof readMorning>>;

/** What yesterday is told by, whole and hour by hour. */
const ofDay = [
  ...([
    'offered',
    'answered',
    'serviceLevel',
    'speedOfAnswer',
    'handlingTime',
    'abandoned',
    'missedChats',
  ] as const),
  ...(['opened', 'solved', 'firstResponse', 'requestsReceived', 'requestsManual'] as const),
];
const ofHour = ['offered', 'serviceLevel', 'speedOfAnswer', 'handlingTime', 'abandoned'] as const;

/** Yesterday beside the same weekday before it, by the hour, and which topics came more often than they did in the week. */
export async function readMorning({ db, now, timeZone }: Reader) {
  const on = addDays(dateAt(now.getTime(), timeZone), -1);
  const weekBefore = addDays(on, -7);
  const read = (
    metrics: typeof ofDay | typeof ofHour | ['opened'],
    from: string,
    to: string,
    by?: 'hour' | 'topic',
  ) => readFigures(db, { metrics, from, to, by, now, timeZone });
  const [day, before, hours, topics, usual, named] = await Promise.all([
    read(ofDay, on, on),
    read(ofDay, weekBefore, weekBefore),
    read(ofHour, on, on, 'hour'),
    read(['opened'], on, on, 'topic'),
    read(['opened'], weekBefore, addDays(on, -1), 'topic'),
    listTopics(db),
  ]);
  const count = (figures: typeof topics) =>
    new Map(figures.map(({ key, numerator }) => [key ?? '', numerator]));
  const titles = new Map(named.map(({ id, title }) => [id, title]));
  return {
    on,
    weekBefore,
    ofHour: [...ofHour],
    day: day.map((figure, place) => ({ figure, before: before[place]?.value ?? null })),
    hours: [...Map.groupBy(hours, ({ key }) => key ?? '')].map(([hour, figures]) => ({ hour, figures })),
    topics: topicMoves(count(topics), count(usual)).map((move) => ({
      ...move,
      title: titles.get(move.topic) ?? null,
    })),
  };
}
