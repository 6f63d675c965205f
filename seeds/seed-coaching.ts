import { coachAgent, finishCoaching, recheckCoaching } from '#app/features/coaching/coach-agent.ts';
import type { CoachingOutcome, CoachingRefusal } from '#app/features/coaching/coaching.ts';
import { dayOf } from '#app/features/points/season.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import type { Result } from '#app/platform/result.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { planId, type TenantPlan } from './plan.ts';

const dayMs = 86_400_000;

type Step = {
  itemId: string;
  goal: string;
  /** Days from today: when it was set, by when, and when somebody looks again. */
  set: number;
  due: number;
  recheck: number;
  isDone: boolean;
  found?: { outcome: CoachingOutcome; finding: string };
};

/** Given out in turn, beginning with the agent one signs in as. */
const steps: Step[] = [
  {
    itemId: 'emotion',
    goal: 'В трёх ближайших жалобах назвать чувство, прежде чем решать',
    set: -4,
    due: 5,
    recheck: 19,
    isDone: false,
  },
  {
    itemId: 'answer',
    goal: 'Перечитать статьи о списаниях и пройти по ним тренировку',
    set: -24,
    due: -10,
    recheck: 0,
    isDone: true,
  },
  {
    itemId: 'smile',
    goal: 'Послушать два своих разговора и отметить, где голос стал ровным',
    set: -16,
    due: -3,
    recheck: -1,
    isDone: false,
  },
  {
    itemId: 'needs',
    goal: 'Записывать номер сразу, чтобы не спрашивать дважды',
    set: -45,
    due: -31,
    recheck: -14,
    isDone: true,
    found: { outcome: 'better', finding: 'В пяти обращениях подряд номер спрошен один раз.' },
  },
  {
    itemId: 'promise',
    goal: 'Каждое обещание записывать в обращение до конца разговора',
    set: -40,
    due: -26,
    recheck: -9,
    isDone: true,
    found: { outcome: 'same', finding: 'Из четырёх обещаний записаны два. Продолжаем.' },
  },
  {
    itemId: 'no-script',
    goal: 'Отвечать на заданный вопрос первой фразой',
    set: -8,
    due: -1,
    recheck: 12,
    isDone: true,
  },
];

type Scene = { db: TenantDb; control: ControlDb; plan: TenantPlan; leadId: string; now: Date };

/** What agents have to practise: open, done, to be looked at again today, and looked at. */
export async function seedCoaching(scene: Scene, agents: readonly string[]): Promise<void> {
  const { plan, leadId, now } = scene;
  const today = dayOf(now, plan.timeZone);
  for (const [index, { itemId, goal, isDone, found, ...days }] of steps.entries()) {
    const agentId = agents[index % agents.length];
    if (!agentId) continue;
    const id = planId(plan, 'coaching', now, index);
    const [dueOn, recheckOn] = [addDays(today, days.due), addDays(today, days.recheck)];
    const input = { id, agentId, itemId, goal, dueOn, recheckOn };
    demand(await coachAgent(deskOf(scene, leadId, days.set), input));
    if (isDone) demand(await finishCoaching(deskOf(scene, agentId, days.due), id));
    if (found) demand(await recheckCoaching(deskOf(scene, leadId, days.recheck), id, found));
  }
}

function deskOf({ db, control, plan, now }: Scene, userId: string, days: number) {
  const actor = { userId, name: '', roles: ['agent' as const, 'lead' as const] };
  const at = new Date(now.getTime() + days * dayMs);
  return { db, control, actor, now: at, timeZone: plan.timeZone };
}

function demand(done: Result<null, CoachingRefusal>): void {
  if (!done.ok) throw new Error(`Coaching could not be seeded: ${done.error.code}.`);
}
