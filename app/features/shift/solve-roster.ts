import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { ShiftAnswer } from '#app/features/roster/shift-answer.ts';
import { solveShiftsAside } from '#app/features/roster/solve-shifts-aside.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { getRoster, listShifts, type RosterRow, type ShiftRow } from '#db/tenant/queries/shifts.ts';
import { rosters } from '#db/tenant/schema/shift.ts';
import { restingState } from './ask-solve.ts';
import { gatherShiftProblem } from './gather-shift-problem.ts';
import { figuresOf, gapsOf, type PlanFrame } from './outcome-figures.ts';
import { toFacts, toUnserved } from './planned-shifts.ts';
import { readPlanFacts } from './read-plan-facts.ts';
import type { RosterOutcome } from './roster-outcome.ts';
import { editStatements } from './roster-statements.ts';
import { serveSkills } from './serve-skills.ts';

export type SolveWork = { rosterId: string; solveId: string; seconds: number; by: string };
export type SolveDesk = {
  db: TenantDb;
  control: ControlDb;
  now(): Date;
  timeZone: string;
  /** For the batch of the result: ends this piece of work. */
  ending(): Statement;
};

/** A run that was not heard of for so long was killed: another may take its work over. */
const silentMs = 20_000;
const beatMs = 1500;

/**
 * Solves one plan and writes what came of it in one batch. `busy`: another process is at it. `gone`: nobody wants it any
 * more. Killed half-way it leaves the plan as it was, and is done again from the start.
 */
export async function solveRoster(desk: SolveDesk, work: SolveWork): Promise<'written' | 'busy' | 'gone'> {
  const roster = await getRoster(desk.db, work.rosterId);
  if (roster?.solveId !== work.solveId) return 'gone';
  if (!(await claim(desk, work))) return 'busy';
  const { db, timeZone } = desk;
  const before = await listShifts(db, roster.id);
  const span = { from: roster.fromDate, to: roster.toDate };
  const { facts } = await readPlanFacts({ ...desk, now: desk.now() }, span);
  const problem = gatherShiftProblem({ ...facts, shifts: before });
  const startsAt = midnightOf(roster.fromDate, timeZone);
  const run = startRun(desk, work, { problem, startsAt });
  const from = serveSkills(problem, toUnserved(problem, startsAt, before));
  try {
    const answer = await solveShiftsAside(
      problem,
      { seconds: work.seconds, seed: roster.seed, signal: run.signal, ...(from.length > 0 ? { from } : {}) },
      run.hear,
    );
    await run.end();
    await writeAnswer(desk, work, {
      roster,
      before,
      after: shiftsOf(roster, before, { problem, startsAt }, answer),
      outcome: run.outcomeOf(answer),
    });
  } catch (error) {
    await run.end();
    await writeFailure(desk, work, roster, run.failureOf(error));
  }
  return 'written';
}

async function claim({ db, now }: SolveDesk, { rosterId, solveId }: SolveWork): Promise<boolean> {
  const at = now();
  const isSilent = or(
    isNull(rosters.solveSeenAt),
    lt(rosters.solveSeenAt, new Date(at.getTime() - silentMs)),
  );
  const isMine = and(eq(rosters.id, rosterId), eq(rosters.solveId, solveId), isSilent);
  const written = await commit(db, [db.update(rosters).set({ solveSeenAt: at }).where(isMine)]);
  return written.ok && written.results[0]?.rowsAffected === 1;
}

/** Keeps the roster's row told of the best plan so far, and stops the engine when a person does. */
function startRun({ db, now }: SolveDesk, { rosterId, solveId, seconds }: SolveWork, frame: PlanFrame) {
  const startedAt = now().getTime();
  const stopping = new AbortController();
  let firstAt: number | null = null;
  let best: ShiftAnswer | null = null;
  let beating: Promise<void> = Promise.resolve();
  const outcomeOf = (answer: ShiftAnswer | null, failure: string | null, isOver: boolean): RosterOutcome => {
    const at = now().getTime();
    const times = { startedAt, firstAt, heardAt: at, endedAt: isOver ? at : null, seconds, failure };
    return {
      ...times,
      ...figuresOf(answer),
      gaps: answer && isOver ? gapsOf(frame, answer) : [],
    };
  };
  const beat = async () => {
    const isWanted = and(
      eq(rosters.id, rosterId),
      eq(rosters.solveId, solveId),
      eq(rosters.state, 'solving'),
    );
    const told = { solveSeenAt: now(), outcome: outcomeOf(best, null, false) };
    const written = await commit(
      db,
      [db.update(rosters).set(told).where(isWanted)],
      [{ topic: 'roster', id: rosterId }],
    );
    if (written.ok && written.results[0]?.rowsAffected === 0) stopping.abort();
  };
  const timer = setInterval(() => {
    beating = beating.then(beat).catch(() => stopping.abort());
  }, beatMs);
  return {
    signal: stopping.signal,
    hear(answer: ShiftAnswer) {
      firstAt ??= now().getTime();
      best = answer;
    },
    async end() {
      clearInterval(timer);
      await beating;
    },
    outcomeOf: (answer: ShiftAnswer) => outcomeOf(answer, null, true),
    failureOf: (error: unknown) =>
      outcomeOf(null, error instanceof Error ? error.message : String(error), true),
  };
}

/** The engine's shifts with ids: who works on a date already keeps that shift's, so that people are told a change, not two. */
function shiftsOf(
  roster: RosterRow,
  before: readonly ShiftRow[],
  { problem, startsAt }: PlanFrame,
  answer: ShiftAnswer,
): ShiftRow[] {
  const known = new Map(before.map((shift) => [`${shift.userId} ${shift.date}`, shift]));
  return answer.shifts.map((planned) => {
    const facts = toFacts(problem, startsAt, planned);
    const old = known.get(`${facts.userId} ${facts.date}`);
    if (old?.isPinned) return old;
    const version = old ? old.version + 1 : 0;
    return {
      ...facts,
      id: old?.id ?? uuid(),
      rosterId: roster.id,
      version,
      isPinned: false,
      note: old?.note ?? null,
    };
  });
}

type Solved = {
  roster: RosterRow;
  before: readonly ShiftRow[];
  after: readonly ShiftRow[];
  outcome: RosterOutcome;
};

async function writeAnswer(
  { db, now, ending }: SolveDesk,
  { rosterId, solveId, by }: SolveWork,
  { roster, before, after, outcome }: Solved,
) {
  const state = restingState({ publishedAt: roster.publishedAt, version: roster.version + 1 });
  const over = { state, outcome, solveId: null, solveSeenAt: null };
  await commit(
    db,
    [
      ...editStatements(db, roster, { kind: 'solve', before, after }, { id: uuid(), by, at: now() }),
      db
        .update(rosters)
        .set(over)
        .where(and(eq(rosters.id, rosterId), eq(rosters.solveId, solveId))),
      ending(),
    ],
    [{ topic: 'roster', id: rosterId }],
  );
}

async function writeFailure(
  { db, ending }: SolveDesk,
  { rosterId, solveId }: SolveWork,
  roster: RosterRow,
  outcome: RosterOutcome,
) {
  const over = { state: restingState(roster), outcome, solveId: null, solveSeenAt: null };
  const isMine = and(eq(rosters.id, rosterId), eq(rosters.solveId, solveId));
  await commit(
    db,
    [db.update(rosters).set(over).where(isMine), ending()],
    [{ topic: 'roster', id: rosterId }],
  );
}
