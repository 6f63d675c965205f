import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { type Commit, commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { getLineLife, listDepartures } from '#db/tenant/queries/churn.ts';
import { departures } from '#db/tenant/schema/churn.ts';
import type { ChurnRefusal } from './churn-refusal.ts';
import { type DepartureInput, decideDeparture, decideReturn } from './departure.ts';
import { joinedOnOf } from './joined-on.ts';

export type DepartureDesk = { db: TenantDb; now: Date; timeZone: string };

/** Writes down that a line left. `by`: a user id, `worker`, or the name of an import. Told twice it is one departure. */
export async function noteDeparture(
  { db, now, timeZone }: DepartureDesk,
  input: DepartureInput,
  by: string,
): Promise<Result<{ departureId: string }, ChurnRefusal>> {
  const { lineId, note, ...told } = input;
  const life = await getLineLife(db, lineId);
  if (!life) return refuse({ code: 'line-not-found' });
  const known = await listDepartures(db, lineId);
  const today = dateAt(now.getTime(), timeZone);
  const decided = decideDeparture(known, joinedOnOf(life, timeZone), { ...told, note }, today);
  if (decided.do === 'refuse') return refuse(decided.fault);
  if (decided.do === 'nothing') return ok({ departureId: decided.id });
  const id = decided.do === 'insert' ? uuid() : decided.id;
  const kept = { returnedOn: null, notedBy: by, notedAt: now };
  const statement =
    decided.do === 'insert'
      ? db.insert(departures).values({ id, lineId, ...told, note: note || null, ...kept })
      : db.update(departures).set(decided.set).where(isOpen(id));
  return answer(await commit(db, [statement], [{ topic: 'line', id: lineId }]), id);
}

/** Writes down that a line which left came back. */
export async function noteReturn(
  { db, now, timeZone }: DepartureDesk,
  { lineId, on }: { lineId: string; on: string },
): Promise<Result<{ departureId: string }, ChurnRefusal>> {
  if (!(await getLineLife(db, lineId))) return refuse({ code: 'line-not-found' });
  const known = await listDepartures(db, lineId);
  const decided = decideReturn(known, on, dateAt(now.getTime(), timeZone));
  if (decided.do === 'refuse') return refuse(decided.fault);
  const close = db.update(departures).set({ returnedOn: on }).where(isOpen(decided.id));
  return answer(await commit(db, [close], [{ topic: 'line', id: lineId }]), decided.id);
}

function isOpen(id: string) {
  return and(eq(departures.id, id), isNull(departures.returnedOn));
}

/** Whoever was slower reads again: the other has told of the same line. */
function answer(written: Commit, departureId: string): Result<{ departureId: string }, ChurnRefusal> {
  const isDone = written.ok && written.results[0]?.rowsAffected === 1;
  return isDone ? ok({ departureId }) : refuse({ code: 'conflict' });
}
