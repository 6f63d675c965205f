import { asc, gt } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { createBatch } from '#app/features/batch/create-batch.ts';
import { cancelRequest } from '#app/features/request/cancel-request.ts';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest, type RequestDesk } from '#app/features/request/draft-request.ts';
import type { Payload } from '#app/features/request/request.ts';
import type { Change } from '#carriers/port.ts';
import type { SimulatedCatalogue } from '#carriers/simulation.ts';
import { listBatchRequestIds } from '#db/tenant/queries/batches.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { createDraws, type Draws } from './draws.ts';

type Line = typeof lines.$inferSelect;
export type ScriptedDay = {
  /** Ids that the desk acknowledged. */
  acknowledged: string[];
  /** How many drafts the carriers refused in their dry run, by the code of the refusal. */
  refusals: Record<string, number>;
};
export type DayPlan = {
  seed: number;
  requests: number;
  /** Of these, how many come as one batch. */
  batch: number;
  catalogues: Record<string, SimulatedCatalogue>;
};

export const wishes = {
  'option.connect': 30,
  'option.disconnect': 12,
  'tariff.change': 16,
  'line.block': 16,
  'line.unblock': 6,
  'sim.replace': 6,
  'invoice.order': 6,
  'details.order': 4,
  other: 4,
};

/**
 * A day of an agent and his lead at one tenant's desk: mixed requests through the commands the desk uses,
 * with double clicks, second thoughts, a scheduled change and a batch.
 */
export async function playDay(desk: () => RequestDesk, plan: DayPlan): Promise<ScriptedDay> {
  const draws = createDraws(plan.seed);
  const day: ScriptedDay = { acknowledged: [], refusals: {} };
  const pool = draws.shuffle(await listSomeLines(desk(), plan, draws));
  if (plan.batch > 0) day.acknowledged.push(...(await playBatch(desk(), plan, draws, pool)));
  while (day.acknowledged.length < plan.requests) {
    const line = pool.pop();
    if (!line) throw new Error('The tenant has too few lines for this day.');
    const id = await playRequest(desk, plan, draws, line, day);
    if (id) day.acknowledged.push(id);
  }
  return day;
}

/** Lines from anywhere in the base, five for each request, so that refusals leave enough. */
async function listSomeLines({ db }: RequestDesk, plan: DayPlan, draws: Draws): Promise<Line[]> {
  const wanted = plan.requests * 5;
  const all = await db.select({ id: lines.id }).from(lines).orderBy(asc(lines.id));
  const from = all[draws.int(0, Math.max(0, all.length - wanted - 1))]?.id ?? '';
  return db.select().from(lines).where(gt(lines.id, from)).orderBy(asc(lines.id)).limit(wanted);
}

async function playRequest(
  desk: () => RequestDesk,
  plan: DayPlan,
  draws: Draws,
  line: Line,
  day: ScriptedDay,
): Promise<string | null> {
  const payload = drawPayload(draws, plan.catalogues[line.carrier], draws.weigh(wishes), desk().now);
  const formToken = uuid();
  const scheduled = draws.chance(0.04) ? { scheduledFor: new Date(desk().now.getTime() + 3000) } : {};
  const input = { lineId: line.id, payload, formToken, ...scheduled };
  const draft = await draftRequest(desk(), input);
  if (!draft.ok) return count(day, draft.error.code);
  if (draws.chance(0.1)) await draftRequest(desk(), input);
  const confirm = { requestId: draft.value.id, version: draft.value.version };
  const clicks = draws.chance(0.2) ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: clicks }, () => confirmRequest(desk(), confirm)));
  const refused = answers.find((answer) => !answer.ok);
  if (!answers.some((answer) => answer.ok))
    return count(day, refused?.ok === false ? refused.error.code : 'none');
  if (draws.chance(0.05))
    await cancelRequest(desk(), { requestId: draft.value.id, reason: 'Абонент передумал' });
  return draft.value.id;
}

function count(day: ScriptedDay, code: string): null {
  day.refusals[code] = (day.refusals[code] ?? 0) + 1;
  return null;
}

async function playBatch(desk: RequestDesk, plan: DayPlan, draws: Draws, pool: Line[]): Promise<string[]> {
  const change: Change = { kind: 'line.block', reason: 'wish' };
  const carrier = pool[0]?.carrier ?? '';
  const chosen = pool
    .filter((line) => line.carrier === carrier && line.blockedBy === null)
    .slice(0, plan.batch);
  for (const line of chosen) pool.splice(pool.indexOf(line), 1);
  const list = draws.shuffle(chosen.map((line) => line.msisdn)).join('\n');
  const id = uuid();
  const created = await createBatch(desk, { id, title: 'Блокировка по списку', carrier, change, list });
  if (!created.ok) throw new Error(`The batch was refused: ${created.error.code}.`);
  return listBatchRequestIds(desk.db, id);
}

/** One plausible wish of a subscriber. */
export function drawPayload(
  draws: Draws,
  catalogue: SimulatedCatalogue | undefined,
  kind: keyof typeof wishes,
  now: Date,
): Payload {
  if (!catalogue) throw new Error('A line of this tenant is at a carrier without a catalogue.');
  const month = { from: monthsAgo(now, 2), to: monthsAgo(now, 1), email: 'buh@volna.example' };
  switch (kind) {
    case 'option.connect':
    case 'option.disconnect':
      return { kind, optionCode: draws.pick(catalogue.options).code };
    case 'tariff.change':
      return { kind, tariffCode: draws.pick(catalogue.tariffs).code };
    case 'line.block':
      return { kind, reason: draws.chance(0.8) ? 'wish' : 'theft' };
    case 'line.unblock':
      return { kind };
    case 'sim.replace':
      return { kind, iccid: `8970101${digits(draws, 11)}`, imsi: `25001${digits(draws, 10)}` };
    case 'invoice.order':
    case 'details.order':
      return { kind, ...month };
    case 'other':
      return { kind, task: 'Уточнить у абонента реквизиты для закрывающих документов' };
  }
}

function digits(draws: Draws, count: number): string {
  return Array.from({ length: count }, () => draws.int(0, 9)).join('');
}

/** The first day of a month that is over. */
function monthsAgo(now: Date, months: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 10);
}
