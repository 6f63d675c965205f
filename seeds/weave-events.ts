import { eq, inArray } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';

type EventRow = typeof caseEvents.$inferSelect;
/** What happened in a case beside its moves. */
export type SideEvent = Pick<EventRow, 'caseId' | 'event' | 'at' | 'actor' | 'note'>;
/** Without states, it stands in that of the case. */
type Woven = SideEvent & Partial<Pick<EventRow, 'fromState' | 'toState'>>;

const casesPerBatch = 100;

/**
 * Puts events among those that seeded cases have, as if each had been written in its time. For histories that
 * nobody has worked on yet: versions move.
 */
export async function weaveEvents(db: TenantDb, told: readonly SideEvent[]): Promise<void> {
  const byCase = Map.groupBy(told, ({ caseId }) => caseId);
  const ids = [...byCase.keys()];
  for (let start = 0; start < ids.length; start += casesPerBatch) {
    const piece = ids.slice(start, start + casesPerBatch);
    const known = await db.select().from(caseEvents).where(inArray(caseEvents.caseId, piece));
    const histories = Map.groupBy(known, ({ caseId }) => caseId);
    const statements = piece.flatMap((caseId) =>
      rewrite(db, caseId, weave(histories.get(caseId) ?? [], byCase.get(caseId) ?? [])),
    );
    await commit(db, statements);
  }
}

function rewrite(db: TenantDb, caseId: string, history: EventRow[]): Statement[] {
  return [
    db.delete(caseEvents).where(eq(caseEvents.caseId, caseId)),
    db.insert(caseEvents).values(history),
    db.update(cases).set({ version: history.length }).where(eq(cases.id, caseId)),
  ];
}

/** One history of both, numbered from 1: at the same moment what was there goes first. The first stays the first. */
export function weave(history: readonly EventRow[], told: readonly SideEvent[]): EventRow[] {
  const moves = history.toSorted((a, b) => a.version - b.version);
  const [opened] = moves;
  if (!opened) return [];
  let state = opened.toState;
  const woven: Woven[] = [...moves.slice(1), ...told].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const rest = woven.map((one, index) => {
    const row = { fromState: state, toState: state, ...one, version: index + 2 };
    state = row.toState;
    return row;
  });
  return [opened, ...rest];
}
