import { eq } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { Change, ControlDb, TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import {
  type CaseClockRow,
  getCaseClock,
  listOpenCaseClocks,
  listToldAlarms,
} from '#db/tenant/queries/sla.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { clockWork } from './clock-work.ts';
import { alarmGiver, type ClockDesk, toThousandths } from './give-alarms.ts';
import { nearestTarget } from './nearest-target.ts';
import { type CaseClocks, readClocks } from './read-clocks.ts';
import { readRules } from './read-rules.ts';

const chunk = 200;

/**
 * Evaluates the clocks of a case, keeps what lists sort by, tells whom the contract wants told, and calls for
 * the next look. `version`: the one that called for it; a case that has changed since was called for anew.
 */
export async function reclockCase(
  desk: ClockDesk,
  { caseId, version }: { caseId: string; version: number },
): Promise<void> {
  const row = await getCaseClock(desk.db, caseId);
  if (row?.version === version) await reclock(desk, [row], nextLook);
}

/** Looks at every open case: makes up for whatever was missed. */
export async function reclockOpen(db: TenantDb, now: Date, control: ControlDb): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await listOpenCaseClocks(db, after, chunk);
    await reclock({ db, control, now }, rows, () => []);
    after = rows.at(-1)?.id ?? '';
    if (rows.length < chunk) return;
  }
}

type Look = { db: TenantDb; row: CaseClockRow; clocks: CaseClocks; alarms: readonly Alarm[]; now: Date };

async function reclock(
  desk: ClockDesk,
  rows: readonly CaseClockRow[],
  follow: (look: Look) => Statement[],
): Promise<void> {
  const { db, now } = desk;
  const ids = rows.map(({ id }) => id);
  const clocksOf = await readClocks(db, ids, now);
  const { calendars } = await readRules(db);
  const told = new Set((await listToldAlarms(db, ids)).map((alarm) => keyOf(alarm.caseId, alarm)));
  const give = alarmGiver(desk);
  const statements: Statement[] = [];
  const changes: Change[] = [];
  for (const row of rows) {
    const clocks = clocksOf.get(row.id);
    if (!clocks) continue;
    const terms = clocks.contract?.terms;
    const alarms = terms ? alarmsOf(terms, clocks.targets, calendars, now.getTime()) : [];
    const kept = keepClock(db, row, clocks);
    if (kept.length > 0) changes.push({ topic: 'case', id: row.id });
    const due = alarms.filter((alarm) => isDue(alarm, now) && !told.has(keyOf(row.id, inThousandths(alarm))));
    const given = await give(row, due);
    statements.push(...kept, ...given.statements, ...follow({ db, row, clocks, alarms, now }));
    changes.push(...given.changes);
  }
  if (statements.length > 0) await commit(db, statements, changes);
}

/** Nothing when lists show it already as it is. */
function keepClock(db: TenantDb, row: CaseClockRow, { contract, targets }: CaseClocks): Statement[] {
  const nearest = nearestTarget(targets);
  const late = targets.filter(({ state, target }) => state === 'breached' && target !== 'carrier');
  const firstLate = late.flatMap(({ dueAt }) => dueAt ?? []).sort((a, b) => a - b)[0];
  const set = {
    contractVersionId: contract?.id ?? null,
    dueAt: typeof nearest?.dueAt === 'number' ? new Date(nearest.dueAt) : null,
    dueTarget: nearest?.target ?? null,
    // Hours open and close by themselves, and the due moment knows them.
    pausedReason: nearest?.pausedReason === 'outside-hours' ? null : (nearest?.pausedReason ?? null),
    breachedAt: firstLate === undefined ? null : new Date(firstLate),
  };
  const { id, version: _, assigneeId: __, ...before } = row;
  return JSON.stringify(before) === JSON.stringify(set)
    ? []
    : [db.update(cases).set(set).where(eq(cases.id, id))];
}

function isDue({ at }: Alarm, now: Date): boolean {
  return at !== null && at <= now.getTime();
}

function inThousandths(alarm: Alarm): Alarm {
  return { ...alarm, share: toThousandths(alarm.share) };
}

function keyOf(caseId: string, { clock, level, share }: Pick<Alarm, 'clock' | 'level' | 'share'>): string {
  return `${caseId} ${clock} ${level} ${share}`;
}

/** At the next alarm, and just after the next due moment. */
function nextLook({ db, row, clocks, alarms, now }: Look): Statement[] {
  const due = clocks.targets.flatMap(({ isOpen, dueAt }) => (isOpen && dueAt !== null ? [dueAt + 1] : []));
  const ahead = [...due, ...alarms.flatMap(({ at }) => at ?? [])].filter((at) => at > now.getTime());
  if (ahead.length === 0) return [];
  return [callFor(db, clockWork(row.id, row.version, new Date(Math.min(...ahead))), now)];
}
