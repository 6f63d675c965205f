import {
  closeCalibration,
  markForCalibration,
  openCalibration,
} from '#app/features/calibration/hold-calibration.ts';
import { shareCalibration } from '#app/features/calibration/share-calibration.ts';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listReviewable } from '#db/tenant/queries/review-subjects.ts';
import { listScorecards } from '#db/tenant/queries/scorecards.ts';
import { createDraws, type Draws } from './draws.ts';
import { planId, type TenantPlan } from './plan.ts';
import { drawMarks, leanMarks } from './quality-words.ts';

const dayMs = 86_400_000;
const leans = [0, -1, 1] as const;
const held = [
  { title: 'Октябрь: тон и эмоции', daysAgo: 40, cases: 8, isOver: true, isShared: false },
  { title: 'Начало ноября: верный ответ', daysAgo: 19, cases: 6, isOver: true, isShared: true },
  { title: 'Конец ноября', daysAgo: 1, cases: 5, isOver: false, isShared: true },
];

type People = { reviewers: readonly string[]; clients: readonly string[] };
type Scene = People & { db: TenantDb; plan: TenantPlan; draws: Draws; now: Date };

/**
 * Two calibrations that are over and one that waits for its first reviewer; the others lean to either side. The client
 * company scored in one that is over and is asked to the one that waits.
 * Does nothing where nobody but one reviews.
 */
export async function seedCalibrations(
  db: TenantDb,
  plan: TenantPlan,
  people: People,
  now: Date,
): Promise<void> {
  const { reviewers } = people;
  if (reviewers.length < 2) return;
  const scene = { db, plan, ...people, draws: createDraws(plan.seed + 53), now };
  for (const [index, { title, daysAgo, cases, isOver, isShared }] of held.entries()) {
    const at = new Date(now.getTime() - daysAgo * dayMs);
    const calibrationId = planId(plan, 'calibration', at, index);
    const work = await pickCases(scene, at, cases);
    await begin(scene, { id: calibrationId, title, at, work });
    if (isShared) await shareCalibration(deskOf(scene, reviewers[0] ?? '', at), calibrationId, 'work');
    for (const { subjectId } of work) await markBy(scene, { calibrationId, subjectId, at, isOver, isShared });
    if (isOver) await closeCalibration(deskOf(scene, reviewers[0] ?? '', at), calibrationId);
  }
}

function deskOf({ db }: Scene, userId: string, now: Date) {
  return { db, actor: { userId, name: '', roles: ['lead' as const] }, now };
}

/** Nobody marks his own work, so none of the reviewers' is taken. */
async function pickCases({ db, draws, reviewers }: Scene, at: Date, count: number) {
  const filter = { subjectType: 'case' as const, channel: null, carrier: null, agentId: null };
  const between = { from: new Date(at.getTime() - 30 * dayMs), to: at };
  const work = await listReviewable(db, filter, between, 2000);
  return draws.shuffle(work.filter(({ agentId }) => !reviewers.includes(agentId))).slice(0, count);
}

type Begun = { id: string; title: string; at: Date; work: readonly { subjectId: string }[] };

async function begin(scene: Scene, { id, title, at, work }: Begun): Promise<void> {
  const { db, reviewers } = scene;
  const numbers: number[] = [];
  for (const { subjectId } of work) numbers.push((await getCase(db, subjectId))?.number ?? 0);
  const [card] = await listScorecards(db);
  const [first = ''] = reviewers;
  const input = { id, title, cardId: card?.id ?? '', numbers, referenceBy: first };
  const opened = await openCalibration(deskOf(scene, first, at), input);
  if (!opened.ok) throw new Error(`The calibration "${title}" could not be begun: ${opened.error.code}.`);
}

type Marking = { calibrationId: string; subjectId: string; at: Date; isOver: boolean; isShared: boolean };

async function markBy(
  scene: Scene,
  { calibrationId, subjectId, at, isOver, isShared }: Marking,
): Promise<void> {
  const { draws, reviewers, clients } = scene;
  const truth = drawMarks(draws, defaultCard, draws.int(3, 5));
  for (const [index, userId] of reviewers.entries()) {
    const answers = leanMarks(draws, defaultCard, truth, leans[index % leans.length] ?? 0);
    if (!isOver && index !== 1) continue;
    await markForCalibration(deskOf(scene, userId, at), { calibrationId, subjectId }, answers);
  }
  if (!isOver || !isShared) return;
  for (const userId of clients) {
    const desk = { ...deskOf(scene, userId, at), actor: { userId, name: '', roles: ['client' as const] } };
    await markForCalibration(desk, { calibrationId, subjectId }, leanMarks(draws, defaultCard, truth, -1));
  }
}
