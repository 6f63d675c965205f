import { type Actor, can } from '#app/features/access/can.ts';
import type { TenantDb } from '#db/open.ts';
import { listForetoldMonths, summariseAhead } from '#db/tenant/queries/nonpayment.ts';
import { readModelCard } from './read-model-card.ts';

const shownMonths = 12;

export type ModelView = Awaited<ReturnType<typeof readModelPage>>;

/** The model of non-payment, how it holds, and what was tried. `today`: of the tenant's zone. */
export async function readModelPage(db: TenantDb, actor: Actor, today: string) {
  const [card, months, ahead] = await Promise.all([
    readModelCard(db, 'nonpayment'),
    listForetoldMonths(db, today, shownMonths),
    summariseAhead(db, today),
  ]);
  return { ...card, months: months.reverse(), ahead, mayTrain: can(actor, 'debt:write') };
}
