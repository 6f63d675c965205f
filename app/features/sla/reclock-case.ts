import { eq } from 'drizzle-orm';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callFor } from '#db/outbox.ts';
import {
  type CaseClockRow,
  getCaseClock,
  listOpenCaseClocks,
  listToldAlarms,
} from '#db/tenant/queries/sla.ts';
import { cases } from '#db/tenant/schema/case.ts';
import { clockAlarms } from '#db/tenant/schema/sla.ts';
import { type Alarm, alarmsOf } from './alarms.ts';
import { clockWork } from './clock-work.ts';
import { nearestTarget } from './nearest-target.ts';
import { type CaseClocks, readClocks } from './read-clocks.ts';
import { readRules } from './read-rules.ts';

const chunk = 200;

/**
 * Evaluates the clocks of a case, keeps what lists sort by, tells whom the contract wants told, and calls for
 * the next look. `version`: the one that called for it; a case that has changed since was called for anew.
 */
export async function reclockCase(db: TenantDb, caseId: string, version: number, now: Date): Promise<void> {
  const row = await getCaseClock(db, caseId);
  if (row?.version === version) await reclock(db, [row], now, nextLook);
}

/** Looks at every open case: makes up for whatever was missed. */
export async function reclockOpen(db: TenantDb, now: Date): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await listOpenCaseClocks(db, after, chunk);
    await reclock(db, rows, now, () => []);
    after = rows.at(-1)?.id ?? '';
    if (rows.length < chunk) return;
  }
}

type Look = { db: TenantDb; row: CaseClockRow; clocks: CaseClocks; alarms: readonly Alarm[]; now: Date };

async function reclock(
  db: TenantDb,
  rows: readonly CaseClockRow[],
  now: Date,
  follow: (look: Look) => Statement[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const clocksOf = await readClocks(db, ids, now);
  const { calendars } = await readRules(db);
  const told = new Set((await listToldAlarms(db, ids)).map((alarm) => keyOf(alarm.caseId, alarm)));
  const statements: Statement[] = [];
  const news: string[] = [];
  for (const row of rows) {
    const clocks = clocksOf.get(row.id);
    if (!clocks) continue;
    const terms = clocks.contract?.terms;
    const alarms = terms ? alarmsOf(terms, clocks.targets, calendars, now.getTime()) : [];
    const kept = keepClock(db, row, clocks);
    if (kept.length > 0) news.push(row.id);
    const due = alarms.filter((alarm) => isDue(alarm, now) && !told.has(keyOf(row.id, toThousandths(alarm))));
    statements.push(...kept, ...due.map((alarm) => tell(db, row.id, alarm, now)));
    statements.push(...follow({ db, row, clocks, alarms, now }));
  }
  const changes = news.map((id) => ({ topic: 'case', id }));
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
  const { id, version: _, ...before } = row;
  return JSON.stringify(before) === JSON.stringify(set)
    ? []
    : [db.update(cases).set(set).where(eq(cases.id, id))];
}

function isDue({ at }: Alarm, now: Date): boolean {
  return at !== null && at <= now.getTime();
}

function toThousandths<T extends { share: number }>(alarm: T): T {
  return { ...alarm, share: Math.round(alarm.share * 1000) };
}

function keyOf(caseId: string, { clock, level, share }: Pick<Alarm, 'clock' | 'level' | 'share'>): string {
  return `${caseId} ${clock} ${level} ${share}`;
}

function tell(db: TenantDb, caseId: string, alarm: Alarm, at: Date): Statement {
  const { clock, target, level, share, to } = toThousandths(alarm);
  const row = { caseId, clock, target, level, share, role: to?.role ?? null, at };
  return db.insert(clockAlarms).values(row).onConflictDoNothing();
}

/** At the next alarm, and just after the next due moment. */
function nextLook({ db, row, clocks, alarms, now }: Look): Statement[] {
  const due = clocks.targets.flatMap(({ isOpen, dueAt }) => (isOpen && dueAt !== null ? [dueAt + 1] : []));
  const ahead = [...due, ...alarms.flatMap(({ at }) => at ?? [])].filter((at) => at > now.getTime());
  if (ahead.length === 0) return [];
  return [callFor(db, clockWork(row.id, row.version, new Date(Math.min(...ahead))), now)];
}
