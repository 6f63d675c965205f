import { and, asc, count, desc, eq, gte, isNull, lt, lte, notExists, sql } from 'drizzle-orm';
import type { TenantDb } from '#db/open.ts';
import { cases } from '../schema/case.ts';
import { incidents } from '../schema/incident.ts';
import { annotations, figureQuestions } from '../schema/report-talk.ts';

const mostShown = 200;

/** The notes of a span of dates, both within, the earliest first. */
export async function listAnnotations(db: TenantDb, { from, to }: { from: string; to: string }) {
  const { id, on, until, kind, text } = annotations;
  const isWithin = and(lte(on, to), gte(sql`coalesce(${until}, ${on})`, from), isNull(annotations.removedAt));
  return db
    .select({ id, on, until, kind, text })
    .from(annotations)
    .where(isWithin)
    .orderBy(asc(on))
    .limit(mostShown);
}
export type AnnotationItem = Awaited<ReturnType<typeof listAnnotations>>[number];

/** Incidents begun within a time that stand on no chart yet. */
export async function listUnannotated(db: TenantDb, { from, before }: { from: Date; before: Date }) {
  const { id, number, title, startedAt, endedAt } = incidents;
  const noted = db
    .select({ id: annotations.id })
    .from(annotations)
    .where(and(eq(annotations.incidentId, id), isNull(annotations.removedAt)));
  return db
    .select({ id, number, title, startedAt, endedAt })
    .from(incidents)
    .where(and(gte(startedAt, from), lt(startedAt, before), notExists(noted)))
    .orderBy(desc(startedAt))
    .limit(mostShown);
}

/** Questions with the number of their case, the newest first. */
export async function listFigureQuestions(db: TenantDb) {
  return db
    .select({ question: figureQuestions, caseNumber: cases.number })
    .from(figureQuestions)
    .innerJoin(cases, eq(cases.id, figureQuestions.caseId))
    .orderBy(desc(figureQuestions.askedAt))
    .limit(mostShown);
}

export async function getFigureQuestion(db: TenantDb, id: string) {
  const [row] = await db.select().from(figureQuestions).where(eq(figureQuestions.id, id)).limit(1);
  return row ?? null;
}

/** How many one person, and all together, asked since a moment. */
export async function countAskedSince(db: TenantDb, since: Date, askedBy: string) {
  const [row] = await db
    .select({ all: count(), own: sql<number>`coalesce(sum(${figureQuestions.askedBy} = ${askedBy}), 0)` })
    .from(figureQuestions)
    .where(gte(figureQuestions.askedAt, since));
  return row ?? { all: 0, own: 0 };
}
