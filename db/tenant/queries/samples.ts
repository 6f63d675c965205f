import { and, asc, count, desc, eq, isNull, max } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { sampleDraws, samplePlans, sampleReplacements } from '../schema/sample.ts';

export type SamplePlanRow = typeof samplePlans.$inferSelect;

export async function listSamplePlans(db: TenantDb): Promise<SamplePlanRow[]> {
  return db.select().from(samplePlans).where(isNull(samplePlans.retiredAt)).orderBy(asc(samplePlans.title));
}

export async function getSamplePlan(db: TenantDb, id: string): Promise<SamplePlanRow | null> {
  const [row] = await db
    .select()
    .from(samplePlans)
    .where(and(eq(samplePlans.id, id), isNull(samplePlans.retiredAt)));
  return row ?? null;
}

export async function getDraw(db: TenantDb, id: string) {
  const [row] = await db
    .select({ draw: sampleDraws, plan: samplePlans })
    .from(sampleDraws)
    .innerJoin(samplePlans, eq(samplePlans.id, sampleDraws.planId))
    .where(eq(sampleDraws.id, id));
  return row ?? null;
}

/** Whether a plan has drawn itself over the week or month that begins on that day. */
export async function hasDrawnPeriod(db: TenantDb, planId: string, period: string): Promise<boolean> {
  const rows = await db
    .select({ id: sampleDraws.id })
    .from(sampleDraws)
    .where(and(eq(sampleDraws.planId, planId), eq(sampleDraws.period, period)));
  return rows.length > 0;
}

/** The number of the plan's last draw, or 0. */
export async function getLastSequence(db: TenantDb, planId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(sampleDraws.sequence) })
    .from(sampleDraws)
    .where(eq(sampleDraws.planId, planId));
  return row?.last ?? 0;
}

export async function listReplacements(db: TenantDb, drawId: string) {
  return db
    .select()
    .from(sampleReplacements)
    .where(eq(sampleReplacements.drawId, drawId))
    .orderBy(asc(sampleReplacements.sequence));
}

/** The newest draws with how many of each were replaced. */
export async function listDraws(db: TenantDb, limit: number) {
  return db
    .select({
      id: sampleDraws.id,
      title: samplePlans.title,
      seed: sampleDraws.seed,
      from: sampleDraws.from,
      to: sampleDraws.to,
      drawnCount: sampleDraws.drawnCount,
      drawnBy: sampleDraws.drawnBy,
      drawnAt: sampleDraws.drawnAt,
      replaced: count(sampleReplacements.sequence),
    })
    .from(sampleDraws)
    .innerJoin(samplePlans, eq(samplePlans.id, sampleDraws.planId))
    .leftJoin(sampleReplacements, eq(sampleReplacements.drawId, sampleDraws.id))
    .groupBy(sampleDraws.id)
    .orderBy(desc(sampleDraws.drawnAt))
    .limit(limit);
}
