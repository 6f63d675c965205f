import { and, asc, count, desc, eq, gte } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import {
  calibrationAnswers,
  calibrationShares,
  calibrationSubjects,
  calibrations,
} from '../schema/calibration.ts';
import { cardVersions } from '../schema/scorecard.ts';

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

/** Those the client company was asked to, the newest first. */
export async function listSharedCalibrations(db: TenantDb, limit: number) {
  return db
    .select({ calibration: calibrations, subjects: count(calibrationSubjects.subjectId) })
    .from(calibrationShares)
    .innerJoin(calibrations, eq(calibrations.id, calibrationShares.calibrationId))
    .leftJoin(calibrationSubjects, eq(calibrationSubjects.calibrationId, calibrations.id))
    .where(eq(calibrationShares.what, 'work'))
    .groupBy(calibrations.id)
    .orderBy(desc(calibrations.createdAt))
    .limit(limit);
}

/** What of a calibration the client company may see. */
export async function listShares(db: TenantDb, calibrationId: string) {
  return db.select().from(calibrationShares).where(eq(calibrationShares.calibrationId, calibrationId));
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

/** Marks of calibrations that ended since then, with their cards, the newest first. */
export async function listMarksSince(db: TenantDb, since: Date, limit: number) {
  return db
    .select({ marked: calibrationAnswers, cardId: calibrations.cardId, card: cardVersions.content })
    .from(calibrationAnswers)
    .innerJoin(calibrations, eq(calibrations.id, calibrationAnswers.calibrationId))
    .innerJoin(
      cardVersions,
      and(eq(cardVersions.cardId, calibrations.cardId), eq(cardVersions.version, calibrations.cardVersion)),
    )
    .where(gte(calibrations.closedAt, since))
    .orderBy(desc(calibrations.closedAt), asc(calibrationAnswers.at))
    .limit(limit);
}
