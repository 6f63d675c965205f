import { addDays } from '#app/features/sla/calendar-date.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { type StaffingTerms, usualTerms } from '#app/features/staffing/terms.ts';
import { keepForecast } from '#app/features/workload/keep-forecast.ts';
import { isLive, partsOf, type WorkQueueKey } from '#app/features/workload/work-queue.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { listCalendarVersions } from '#db/tenant/queries/sla.ts';
import { storeWorkDays, type WorkDayRow } from '#db/tenant/queries/workload-night.ts';
import { markedDays, staffingTerms, workloadCorrections } from '#db/tenant/schema/workload.ts';
import { type DrawnQueue, drawWorkload } from './draw-workload.ts';
import { planId, type TenantPlan } from './plan.ts';

const historyDays = 548;
/** The first night judges the others: the demo must be ready soon. */
const judgedHere = 3;
const [morning, evening, midnight] = [16, 44, 48];

/** What sixteen people can serve. Around the clock where the client pays for it, else from eight on; beeline's lines grew nine days ago (today is the tenth). */
const drawn: DrawnQueue[] = [
  queue('call:mts', 3.2, { opens: 0, closes: midnight, handlingS: 235 }),
  queue('call:beeline', 2.4, { closes: 42, handlingS: 250, shift: { days: 10, ratio: 1.5 } }),
  queue('call:megafon', 1.8, { closes: 40, handlingS: 245 }),
  queue('chat:mts', 1.2, { opens: 18, closes: 42, handlingS: 540 }),
  queue('request:mts', 0.8, { opens: 0, closes: midnight, handlingS: 320 }),
  queue('request:beeline', 0.5, { handlingS: 340 }),
  queue('request:megafon', 0.4, { handlingS: 330 }),
];

/** Eighteen months of half hours, days that were unlike others, what was agreed with the client, and what follows from it. */
export async function seedWorkload(
  db: TenantDb,
  plan: TenantPlan,
  managerId: string,
  now: Date,
): Promise<void> {
  const until = dateAt(now.getTime(), plan.timeZone);
  const outageOn = addDays(until, -74);
  // Today is drawn whole, as imported: the page shows what of it is over, and the night counts nothing beside it.
  const drawnSpan = { until: addDays(until, 1), days: historyDays + 1 };
  const holidays = await readHolidays(db);
  const oddities = { isHoliday: (on: string) => holidays.has(on), outageOn };
  await write(db, [
    ...drawn.map((one, index) => {
      const days = drawWorkload(plan.seed + 7100 + index, one, drawnSpan, oddities);
      const rows = days.map(
        ({ on, contacts, handlingS }): WorkDayRow => [
          ...([one.queue, on, 'import'] as const),
          ...([contacts, contacts, handlingS] as const),
        ],
      );
      return storeWorkDays(db, rows, now);
    }),
    markDays(db, plan, { until, outageOn, managerId }, now),
    ...drawn.map(({ queue: key }) => agree(db, key, managerId, now)),
    correct(db, plan, { until, managerId }, now),
  ]);
  for (const { queue: key } of drawn) {
    const weeks = isLive(partsOf(key).channel) ? judgedHere : 0;
    await write(db, await keepForecast({ db, timeZone: plan.timeZone }, key, until, weeks));
  }
}

function queue(
  key: WorkQueueKey,
  busiest: number,
  own: Partial<DrawnQueue> & { handlingS: number },
): DrawnQueue {
  return { queue: key, busiest, opens: morning, closes: evening, ...own };
}

async function readHolidays(db: TenantDb): Promise<Set<string>> {
  const versions = await listCalendarVersions(db);
  const closed = versions
    .flatMap(({ hours }) => hours.specialDays)
    .filter(({ periods }) => periods.length === 0);
  return new Set(closed.map(({ date }) => date));
}

/** The first of each month, past and next, and the outage. */
function markDays(
  db: TenantDb,
  plan: TenantPlan,
  { until, outageOn, managerId }: { until: string; outageOn: string; managerId: string },
  now: Date,
): Statement {
  const first = addDays(until, -historyDays);
  const dates = Array.from({ length: historyDays + 63 }, (_, day) => addDays(first, day));
  const billing = dates.filter((on) => on.endsWith('-01') && on !== outageOn);
  const marks = [
    ...billing.map((on) => ({ on, kind: 'billing' as const, note: 'Счета за прошлый месяц' })),
    { on: outageOn, kind: 'outage' as const, note: 'Авария на узле в Твери' },
  ];
  return db.insert(markedDays).values(
    marks.map((mark, index) => ({
      id: planId(plan, 'markedDay', plan.clock, index),
      queue: '',
      markedBy: managerId,
      markedAt: now,
      ...mark,
    })),
  );
}

function agree(db: TenantDb, key: WorkQueueKey, changedBy: string, changedAt: Date): Statement {
  const { channel, carrier } = partsOf(key);
  const isAround = channel === 'call' && carrier === 'mts';
  // Of one person at night nobody can be away: so small a team plans training as shifts of its own.
  const own = { shrinkage: 0, dueMinutes: 1440, minimumAgents: isAround ? 1 : 0 };
  const terms: StaffingTerms = { ...usualTerms[channel], ...own };
  return db.insert(staffingTerms).values({ queue: key, terms, changedBy, changedAt });
}

function correct(
  db: TenantDb,
  plan: TenantPlan,
  { until, managerId }: { until: string; managerId: string },
  now: Date,
): Statement {
  return db.insert(workloadCorrections).values({
    id: planId(plan, 'workCorrection', plan.clock, 1),
    queue: 'call:mts',
    percent: 15,
    fromOn: addDays(until, 3),
    toOn: addDays(until, 4),
    fromMinute: 600,
    toMinute: 1080,
    reason: 'МТС разошлёт сообщения о новых тарифах',
    madeBy: managerId,
    madeAt: now,
  });
}

async function write(db: TenantDb, statements: Statement[]): Promise<void> {
  const written = await commit(db, statements);
  if (!written.ok) throw new Error(`The workload was there already: ${written.conflict} is taken.`);
}
