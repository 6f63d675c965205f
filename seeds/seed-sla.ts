import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { calendars, calendarVersions, contractVersions } from '#db/tenant/schema/sla.ts';
import { planId, type TenantPlan } from './plan.ts';
import { calendarNames, emptyTerms, hoursOf, type SeededCalendar, usualTerms } from './sla-terms.ts';

const names: SeededCalendar[] = ['always', 'office', 'evening'];
const signedMonthsAgo = 18;

/** The calendars of a demo tenant and its contract, which was tightened once; a client of today promises nothing. */
export function storeSla(db: TenantDb, plan: TenantPlan, author: string): Statement[] {
  const signedAt = monthsBefore(plan.clock, signedMonthsAgo);
  const ids = Object.fromEntries(
    names.map((name, index) => [name, planId(plan, 'calendar', signedAt, index)]),
  );
  const of = (name: SeededCalendar) => ids[name] ?? '';
  const made = { createdBy: author, createdAt: signedAt };
  const versions = names.map((name, index) => ({
    id: planId(plan, 'calendarVersion', signedAt, index),
    calendarId: of(name),
    effectiveFrom: signedAt.toISOString().slice(0, 10),
    hours: hoursOf(name, plan.timeZone),
    reason: 'К первому договору',
    ...made,
  }));
  return [
    db.insert(calendars).values(names.map((name) => ({ id: of(name), name: calendarNames[name], ...made }))),
    db.insert(calendarVersions).values(versions),
    db.insert(contractVersions).values(contractsOf(plan, signedAt, author, of)),
  ];
}

function contractsOf(plan: TenantPlan, signedAt: Date, author: string, of: (name: SeededCalendar) => string) {
  const ids = { always: of('always'), office: of('office'), evening: of('evening') };
  const row = (index: number, at: Date, reason: string) => ({
    id: planId(plan, 'contract', at, index),
    effectiveFrom: at,
    appliesTo: 'new' as const,
    reason,
    createdBy: author,
    createdAt: at,
  });
  if (plan.requests === 0)
    return [{ ...row(0, signedAt, 'Договор подписан, сроки согласуем'), terms: emptyTerms }];
  const tightened = monthsBefore(plan.clock, 3);
  return [
    { ...row(0, signedAt, 'Первый договор'), terms: usualTerms(ids, 2 * 540) },
    { ...row(1, tightened, 'Продление: решение за рабочий день'), terms: usualTerms(ids, 540) },
  ];
}

function monthsBefore(at: Date, months: number): Date {
  const date = new Date(at);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date;
}
