import { and, eq, isNull } from 'drizzle-orm';
import { ok, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import {
  getShift,
  listRosterChanges,
  type RosterChangeRow,
  type ShiftRow,
} from '#db/tenant/queries/shifts.ts';
import { type KeptShift, rosterChanges } from '#db/tenant/schema/shift.ts';
import { changeRoster } from './change-roster.ts';
import { keep } from './roster-statements.ts';
import type { RosterChangeKind } from './shift.ts';
import type { ShiftDesk, ShiftRefused } from './shift-desk.ts';

/** How far back the log is looked through for what can still be undone. */
const lookBack = 100;

/**
 * Takes back the newest change of this person that was not taken back yet, unless somebody changed the same shifts since.
 * What people were told is not taken back by it: that needs publishing.
 */
export function undoChange(desk: ShiftDesk, rosterId: string): ShiftRefused<TakenBack> {
  return takeBack(desk, rosterId, 'undo');
}

/** Does again what this person undid last, unless he or somebody else went on with it. */
export function redoChange(desk: ShiftDesk, rosterId: string): ShiftRefused<TakenBack> {
  return takeBack(desk, rosterId, 'redo');
}

/** `kind`: of the change that was undone or done again. */
type TakenBack = { version: number; kind: RosterChangeKind };
type Direction = 'undo' | 'redo';

async function takeBack(desk: ShiftDesk, rosterId: string, kind: Direction): ShiftRefused<TakenBack> {
  const nothing = { code: kind === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' } as const;
  let undone: RosterChangeRow | undefined;
  const done = await changeRoster(desk, rosterId, async () => {
    const changes = await listRosterChanges(desk.db, rosterId, lookBack);
    undone = pickChange(
      changes.filter(({ by }) => by === desk.actor.userId),
      kind,
    );
    if (!undone) return refuse(nothing);
    const now = await Promise.all(undone.after.map(({ id }) => getShift(desk.db, id)));
    const before = now.filter((shift) => shift !== null);
    if (!isAsLeft(undone.after, before)) return refuse({ code: 'shift-changed' });
    return ok({ kind, before, after: undone.before.map((kept) => restore(rosterId, kept, before)) });
  });
  if (!done.ok || !undone) return done.ok ? refuse(nothing) : done;
  const isOpen = and(eq(rosterChanges.id, undone.id), isNull(rosterChanges.undoneBy));
  await commit(desk.db, [desk.db.update(rosterChanges).set({ undoneBy: done.value.changeId }).where(isOpen)]);
  return ok({ version: done.value.version, kind: undone.kind });
}

/** Of one person's changes, newest first. What was undone is done again only until he does something else. */
function pickChange(own: readonly RosterChangeRow[], kind: Direction): RosterChangeRow | undefined {
  const open = own.filter(({ undoneBy }) => undoneBy === null);
  if (kind === 'undo') return open.find((change) => !['undo', 'publish', 'swap'].includes(change.kind));
  const [last] = open.filter((change) => change.kind !== 'redo');
  return last?.kind === 'undo' ? last : undefined;
}

function isAsLeft(after: readonly KeptShift[], now: readonly ShiftRow[]): boolean {
  const seen = new Map(now.map((shift) => [shift.id, JSON.stringify(sorted(keep(shift)))]));
  return after.every((kept) => seen.get(kept.id) === JSON.stringify(sorted(kept)));
}

const sorted = (kept: KeptShift) => Object.entries(kept).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Its version goes on, so that a page that showed it before does not take it for what it saw. */
function restore(rosterId: string, kept: KeptShift, now: readonly ShiftRow[]): ShiftRow {
  const version = (now.find(({ id }) => id === kept.id)?.version ?? 0) + 1;
  return { ...kept, rosterId, version, startsAt: new Date(kept.startsAt), endsAt: new Date(kept.endsAt) };
}
