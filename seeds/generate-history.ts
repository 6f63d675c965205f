import { createHash } from 'node:crypto';
import { isCarrierKind, type Payload, subjectOf } from '#app/features/request/request.ts';
import type { Preview } from '#carriers/port.ts';
import type { SimulatedCatalogue, SimulatedItem } from '#carriers/simulation.ts';
import { createDraws, type Draws } from './draws.ts';
import type { RequestRow } from './factories.ts';
import type { SeededLine, SeededSubscriber } from './generate-base.ts';
import { drawEvents, drawPath, type Fate, type HistoryEvent } from './history-paths.ts';
import { drawDenied, drawGranted, drawWaiting } from './history-wishes.ts';
import { accountIdOf, type Catalogues, planId, type TenantPlan } from './plan.ts';

type Wish = { line: SeededLine; payload: Payload; fate: Fate; at: Date };
export type SeededRequest = { row: RequestRow; events: HistoryEvent[] };

const dayMs = 86_400_000;
const historyDays = 548;

/** Every request of a plan, oldest first, numbered from 1. Lazy: one at a time is made whole. */
export function* generateHistory(
  plan: TenantPlan,
  base: readonly SeededSubscriber[],
  catalogues: Catalogues,
  authors: readonly string[],
): Generator<SeededRequest> {
  const draws = createDraws(plan.seed + 1);
  const wishes = drawWishes(draws, plan, base, catalogues);
  for (const [index, wish] of wishes.entries()) {
    yield toRequest(draws, plan, wish, index + 1, catalogues[wish.line.carrier], draws.pick(authors));
  }
}

function drawWishes(
  draws: Draws,
  plan: TenantPlan,
  base: readonly SeededSubscriber[],
  catalogues: Catalogues,
): Wish[] {
  const lines = base.flatMap((subscriber) => subscriber.lines);
  if (lines.length === 0) return [];
  const counts = new Map<SeededLine, number>();
  const busy = lines.slice(0, Math.ceil(lines.length / 8));
  for (let n = plan.openRequests; n < plan.requests; n += 1) {
    const line = draws.pick(draws.chance(0.35) ? busy : lines);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const settled = [...counts].flatMap(([line, count]) =>
    drawLineWishes(draws, plan, line, catalogues[line.carrier], count),
  );
  const waiting = draws.shuffle(lines).slice(0, plan.openRequests);
  const open = waiting.map((line): Wish => {
    const at = new Date(plan.clock.getTime() - draws.int(600_000, 2 * dayMs));
    return { line, payload: drawWaiting(draws), fate: 'waiting', at };
  });
  return [...settled, ...open].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function drawLineWishes(
  draws: Draws,
  plan: TenantPlan,
  line: SeededLine,
  catalogue: SimulatedCatalogue,
  count: number,
): Wish[] {
  const fates = Array.from({ length: count }, () => draws.weigh({ granted: 90, refused: 6, cancelled: 4 }));
  const granted = drawGranted(draws, line, catalogue, fates.filter((fate) => fate === 'granted').length);
  const times = fates.map(() => drawTime(draws, plan.clock)).sort((a, b) => a.getTime() - b.getTime());
  return fates.map((fate, index) => {
    const payload = fate === 'granted' ? granted.shift() : undefined;
    return {
      line,
      fate,
      payload: payload ?? drawDenied(draws, line, catalogue),
      at: times[index] ?? plan.clock,
    };
  });
}

/** More by day than by night, fewer at weekends, more of late than long ago; two days before the end none. */
function drawTime(draws: Draws, clock: Date): Date {
  const days = Math.min(draws.int(2, historyDays), draws.int(2, historyDays + 200));
  const hour = draws.weigh({
    3: 1,
    5: 3,
    6: 8,
    7: 11,
    8: 12,
    9: 12,
    10: 11,
    11: 11,
    12: 11,
    13: 10,
    14: 8,
    15: 6,
    17: 3,
    20: 1,
  });
  const midnight = Math.floor(clock.getTime() / dayMs - days) * dayMs;
  const at = new Date(midnight + Number(hour) * 3_600_000 + draws.int(0, 3_599_999));
  const isWeekend = at.getUTCDay() % 6 === 0;
  return isWeekend && draws.chance(0.5) ? new Date(at.getTime() - 2 * dayMs) : at;
}

function toRequest(
  draws: Draws,
  plan: TenantPlan,
  { line, payload, fate, at }: Wish,
  number: number,
  catalogue: SimulatedCatalogue,
  author: string,
): SeededRequest {
  const isCarried = isCarrierKind(payload.kind);
  const events = drawEvents(draws, drawPath(draws, fate, !isCarried), at);
  const claims = events.filter(({ event }) => event === 'sending-started');
  const last = events.at(-1);
  const accepted = events.find(({ event }) => event === 'accepted');
  const row: RequestRow = {
    id: planId(plan, 'request', at, number),
    number,
    lineId: line.id,
    kind: payload.kind,
    payload,
    itemName: itemOf(payload, catalogue)?.name ?? null,
    subject: subjectOf(payload),
    state: last?.toState ?? 'draft',
    version: events.length,
    lane: 'interactive',
    carrier: line.carrier,
    carrierAccountId: accountIdOf(plan, line.carrier),
    preview: isCarried ? previewOf(payload, catalogue) : null,
    formToken: `seed-${number}`,
    formHash: createHash('sha256')
      .update(JSON.stringify([line.id, payload]))
      .digest('hex'),
    batchId: null,
    attempts: claims.length,
    scheduledFor: null,
    sentAt: claims.at(-1)?.at ?? null,
    carrierRef: accepted ? { id: `S${number}`, submittedAt: accepted.at.toISOString(), hint: '' } : null,
    unconfirmedSince: null,
    failure: fate === 'refused' ? refusal : null,
    createdBy: author,
    createdAt: at,
    changedAt: last?.at ?? at,
  };
  return { row, events };
}

const refusal = {
  class: 'conflict_option',
  code: 'conflict',
  text: 'Подключению мешает другая услуга на номере',
} as const;

function itemOf(payload: Payload, { options, tariffs }: SimulatedCatalogue): SimulatedItem | undefined {
  if ('optionCode' in payload) return options.find(({ code }) => code === payload.optionCode);
  return 'tariffCode' in payload ? tariffs.find(({ code }) => code === payload.tariffCode) : undefined;
}

function previewOf(payload: Payload, catalogue: SimulatedCatalogue): Preview {
  const item = itemOf(payload, catalogue);
  const isCharged = item && payload.kind !== 'option.disconnect';
  return {
    feeNowKopecks: isCharged ? item.feeOnceKopecks : 0,
    feeMonthKopecks: isCharged ? item.feeMonthKopecks : 0,
    effectiveAt: null,
    adds: [],
    drops: [],
  };
}
