import type { Actor } from '#app/features/access/can.ts';
import { closeMonth, correctMonth, type MonthDesk } from '#app/features/closed-month/close-month.ts';
import { nextMonth } from '#app/features/closed-month/month-snapshot.ts';
import { countAll } from '#app/features/metric/count-changes.ts';
import { monthsBefore } from '#app/features/report/period.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { planId, type TenantPlan } from './plan.ts';

const shownMonths = 18;
/** So many months back one was corrected, as calls that the exchange had lost were found. */
const corrected = 5;
const lateCalls = 3;

type Seeded = { db: TenantDb; plan: TenantPlan; manager: { id: string; name: string }; secretKey: Buffer };

/** Every month of the demo but the one that runs, closed on the eighth of the next; one of them corrected later. */
export async function seedClosedMonths({ db, plan, manager, secretKey }: Seeded, now: Date): Promise<void> {
  const { timeZone } = plan;
  const actor: Actor = { userId: manager.id, name: manager.name, roles: ['manager'] };
  const running = dateAt(now.getTime(), timeZone).slice(0, 7);
  const deskOn = (at: Date): MonthDesk => ({ db, actor, secretKey, timeZone, now: at < now ? at : now });
  for (let ago = shownMonths - 1; ago > 0; ago--) {
    const month = monthsBefore(running, ago);
    const closed = await closeMonth(deskOn(dayOf(nextMonth(month), '08')), { month });
    if (!closed.ok) throw new Error(`The month ${month} was not closed: ${closed.error.code}.`);
  }
  const month = monthsBefore(running, corrected);
  await hearLate(db, plan, month);
  await countAll(db, now, timeZone);
  const reason = 'АТС дослала записи трёх звонков за 14-е число: их не было, когда месяц закрывали';
  const written = await correctMonth(deskOn(dayOf(nextMonth(month), '21')), month, { reason });
  if (!written.ok) throw new Error(`The month ${month} was not corrected: ${written.error.code}.`);
}

function dayOf(month: string, day: string): Date {
  return new Date(`${month}-${day}T09:00:00Z`);
}

/** Calls that nobody knew of when the month was closed. */
async function hearLate(db: TenantDb, plan: TenantPlan, month: string): Promise<void> {
  const calls = Array.from({ length: lateCalls }, (_, place) => {
    const startedAt = new Date(dayOf(month, '14').getTime() + place * 300_000);
    const spoken = { waitMs: 8000, talkMs: 95_000, holdMs: 0, wrapMs: 20_000 };
    return {
      ...spoken,
      id: planId(plan, 'contact', startedAt, 2 ** 23 + place),
      channel: 'call' as const,
      direction: 'inbound' as const,
      startedAt,
      endedAt: new Date(startedAt.getTime() + 103_000),
      createdAt: startedAt,
    };
  });
  await commit(db, [db.insert(contacts).values(calls)]);
}
