import { and, between, eq, inArray, type SQL } from 'drizzle-orm';
import { gatherCases } from '#app/features/incident/gather-cases.ts';
import { updateIncident } from '#app/features/incident/update-incident.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases, topics } from '#db/tenant/schema/case.ts';
import { counters } from '#db/tenant/schema/desk.ts';
import { incidents, incidentUpdates } from '#db/tenant/schema/incident.ts';
import { planId, type TenantPlan } from './plan.ts';
import { weaveEvents } from './weave-events.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

type Words = { title: string; banner: string; topic: string; first: string; last: string };
const over: Words = {
  title: 'Не приходили смс с коротких номеров',
  banner: 'Смс от банков и госуслуг задерживаются, оператор чинит. Звонки и интернет работают.',
  topic: 'Звонки и смс',
  first: 'Сбой у оператора: смс с коротких номеров задерживаются. Чинят, обещают справиться до вечера.',
  last: 'Смс с коротких номеров снова приходят. Запросите код ещё раз. Простите за неудобство.',
};
const running: Words = {
  title: 'Медленный мобильный интернет: авария на магистрали',
  banner: 'Повреждён магистральный кабель, мобильный интернет медленный у всех операторов. Обещают к 21:00.',
  topic: 'Мобильный интернет',
  first:
    'Здравствуйте! Интернет замедлился из-за повреждения магистрального кабеля, звонки и смс работают. Бригада на месте, обещают починить к 21:00. Напишем сами, как только всё заработает.',
  last: '',
};

/** Two troubles of many: one that was over last week, and one that lasts, has gathered its cases and told them once. */
export async function seedIncidents(
  db: TenantDb,
  plan: TenantPlan,
  author: string,
  now: Date,
): Promise<void> {
  await seedOver(db, plan, author, new Date(now.getTime() - 6 * dayMs));
  await seedRunning(db, plan, author, now);
  await commit(db, [db.insert(counters).values({ name: 'incident', value: 2 })]);
}

async function seedOver(db: TenantDb, plan: TenantPlan, by: string, startedAt: Date): Promise<void> {
  const endedAt = new Date(startedAt.getTime() + 7 * 60 * minuteMs);
  const row = await incidentOf(db, plan, { number: 1, words: over, by, startedAt });
  const told = [
    { body: over.first, isLast: false, at: new Date(startedAt.getTime() + 40 * minuteMs) },
    { body: over.last, isLast: true, at: endedAt },
  ].map(({ at, ...said }, index) => {
    const id = planId(plan, 'incidentUpdate', at, index);
    return { id, incidentId: row.id, ...said, by, at, spreadAt: new Date(at.getTime() + minuteMs) };
  });
  // Cases of its topic that came in the days around it and are over.
  const around = between(cases.createdAt, new Date(startedAt.getTime() - 3 * dayMs), endedAt);
  const held: SQL | undefined = and(
    around,
    eq(cases.topicId, row.match.topicId),
    inArray(cases.state, ['solved', 'closed']),
  );
  await commit(db, [
    db.insert(incidents).values({ ...row, slaTreatment: 'run', version: 3, endedAt }),
    db.insert(incidentUpdates).values(told),
    db.update(cases).set({ incidentId: row.id }).where(held),
  ]);
  await tellJoined(db, row);
}

/** Those that were there before the incident are gathered when it is made known, the others as they come. */
async function tellJoined(
  db: TenantDb,
  { id, number, createdAt }: { id: string; number: number; createdAt: Date },
): Promise<void> {
  const rows = await db.select().from(cases).where(eq(cases.incidentId, id));
  const joined = rows.map((one) => ({
    caseId: one.id,
    event: 'incident-joined',
    at: new Date(Math.max(one.createdAt.getTime(), Math.min(createdAt.getTime(), one.changedAt.getTime()))),
    actor: 'worker',
    note: { incident: number, treatment: 'run' },
  }));
  await weaveEvents(db, joined);
}

/** The update is spread by the worker, once it runs. */
async function seedRunning(db: TenantDb, plan: TenantPlan, by: string, now: Date): Promise<void> {
  const startedAt = new Date(now.getTime() - 70 * minuteMs);
  const row = await incidentOf(db, plan, { number: 2, words: running, by, startedAt });
  await commit(db, [db.insert(incidents).values({ ...row, slaTreatment: 'pause', version: 1 })]);
  await gatherCases(db, row.id, now);
  const actor = { userId: by, name: '', roles: ['lead' as const] };
  const said = { incidentId: row.id, body: running.first, isLast: false, version: 1 };
  const told = await updateIncident({ db, actor, now }, said);
  if (!told.ok) throw new Error(`The incident of ${plan.slug} could not be told: ${told.error.code}.`);
}

async function incidentOf(
  db: TenantDb,
  plan: TenantPlan,
  { number, words, by, startedAt }: { number: number; words: Words; by: string; startedAt: Date },
) {
  const [topic] = await db.select().from(topics).where(eq(topics.title, words.topic)).limit(1);
  if (!topic) throw new Error(`There is no topic "${words.topic}".`);
  const { title, banner } = words;
  const createdAt = new Date(startedAt.getTime() + 12 * minuteMs);
  const id = planId(plan, 'incident', createdAt, number);
  return { id, number, title, banner, match: { topicId: topic.id }, startedAt, createdBy: by, createdAt };
}
