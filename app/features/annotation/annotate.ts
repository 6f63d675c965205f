import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getIncident } from '#db/tenant/queries/incidents.ts';
import { annotations } from '#db/tenant/schema/report-talk.ts';
import type { AnnotationInput, AnnotationRefusal } from './annotation.ts';

type Desk = { db: TenantDb; actor: Actor; now: Date };

/** Puts a note on every chart of its time; one made of an incident is made once. */
export async function annotate(
  { db, actor, now }: Desk,
  { on, until, kind, text, incidentId }: AnnotationInput,
): Promise<Result<{ id: string }, AnnotationRefusal>> {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  if (until !== '' && until < on) return refuse({ code: 'annotation-ends-first' });
  if (incidentId !== '' && !(await getIncident(db, incidentId)))
    return refuse({ code: 'incident-not-found' });
  const id = uuid();
  const told = { on, until: until || null, kind, text, incidentId: incidentId || null };
  const added = db.insert(annotations).values({ id, ...told, by: actor.userId, at: now });
  const written = await commit(db, [added], [{ topic: 'reports', id }]);
  return written.ok ? ok({ id }) : refuse({ code: 'annotated-already' });
}

/** Takes a note off the charts; that it was there is kept. */
export async function removeAnnotation(
  { db, actor, now }: Desk,
  id: string,
): Promise<Result<null, AnnotationRefusal>> {
  if (!can(actor, 'report:write')) return refuse({ code: 'forbidden', action: 'report:write' });
  const own = and(eq(annotations.id, id), isNull(annotations.removedAt));
  const removed = db.update(annotations).set({ removedBy: actor.userId, removedAt: now }).where(own);
  const written = await commit(db, [removed], [{ topic: 'reports', id }]);
  const isRemoved = written.ok && written.results[0]?.rowsAffected === 1;
  return isRemoved ? ok(null) : refuse({ code: 'annotation-not-found' });
}
