import { asc, count, desc, eq } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { calibrationAnswers, calibrationSubjects, calibrations } from '../schema/calibration.ts';

export type CalibrationRow = typeof calibrations.$inferSelect;

/** The newest first, with how many pieces of work each has. */
export async function listCalibrations(db: TenantDb, limit: number) {
  return db
    .select({ calibration: calibrations, subjects: count(calibrationSubjects.subjectId) })
    .from(calibrations)
    .leftJoin(calibrationSubjects, eq(calibrationSubjects.calibrationId, calibrations.id))
    .groupBy(calibrations.id)
    .orderBy(desc(calibrations.createdAt))
    .limit(limit);
}

export async function getCalibration(db: TenantDb, id: string): Promise<CalibrationRow | null> {
  const [row] = await db.select().from(calibrations).where(eq(calibrations.id, id));
  return row ?? null;
}

export async function listCalibrationSubjects(db: TenantDb, calibrationId: string) {
  return db
    .select()
    .from(calibrationSubjects)
    .where(eq(calibrationSubjects.calibrationId, calibrationId))
    .orderBy(asc(calibrationSubjects.place));
}

export async function listCalibrationAnswers(db: TenantDb, calibrationId: string) {
  return db
    .select()
    .from(calibrationAnswers)
    .where(eq(calibrationAnswers.calibrationId, calibrationId))
    .orderBy(asc(calibrationAnswers.at));
}
