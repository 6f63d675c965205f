import { and, eq, gte, inArray } from 'drizzle-orm';
import { complaintSteps as steps } from '#app/features/complaint/complaint.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { cases, complaintSteps } from '#db/tenant/schema/case.ts';
import { createDraws } from './draws.ts';
import { giftSteps, lessons } from './goodwill-texts.ts';
import type { TenantPlan } from './plan.ts';
import { weaveEvents } from './weave-events.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The complaints of the last months, taken as gifts; most of them taught something. */
export async function seedLessons(db: TenantDb, plan: TenantPlan, now: Date): Promise<void> {
  const draws = createDraws(plan.seed + 23);
  const recent = gte(cases.createdAt, new Date(now.getTime() - 100 * dayMs));
  const over = and(eq(cases.kind, 'complaint'), recent, inArray(cases.state, ['solved', 'closed']));
  const rows = await db.select().from(cases).where(over).orderBy(cases.id);
  const taken = rows.flatMap(({ id, assigneeId, createdAt }) => {
    const isTaught = draws.chance(0.75);
    const done = steps.filter((step) => step !== 'lesson' || isTaught);
    return done.map((step, index) => ({
      caseId: id,
      step,
      text: step === 'lesson' ? draws.pick(lessons) : giftSteps[step],
      by: assigneeId ?? 'worker',
      at: new Date(Math.min(createdAt.getTime() + (20 + index * 7) * minuteMs, now.getTime())),
    }));
  });
  if (taken.length === 0) return;
  await commit(db, [db.insert(complaintSteps).values(taken)]);
  await weaveEvents(
    db,
    taken.map(({ caseId, step, by, at }) => ({
      caseId,
      event: 'complaint-step',
      at,
      actor: by,
      note: { step },
    })),
  );
}
