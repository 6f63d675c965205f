import { Temporal } from 'temporal-polyfill';
import type { NewEntry } from '#app/features/receivable/ledger.ts';
import type { Draws } from './draws.ts';

/** Somebody who is billed: a person for each line, a company for all of them together. */
export type Debtor = {
  subscriberId: string;
  kind: 'person' | 'company';
  contractNumber: string;
  lineIds: readonly string[];
};
export type SeededReceivable = { debtor: Debtor; lineId: string | null; entries: NewEntry[] };

const months = 18;
/** How many days after the due date each kind of payer pays; `null`: this bill is not paid. */
const payers = {
  punctual: (draws: Draws) => -draws.int(0, 9),
  late: (draws: Draws) => draws.int(1, 13),
  sometimes: (draws: Draws) => (draws.chance(0.6) ? -draws.int(0, 5) : draws.int(4, 48)),
  slow: (draws: Draws) => draws.int(20, 70),
  stopped: (draws: Draws, monthsLeft: number) => (monthsLeft < 4 ? null : -draws.int(-3, 6)),
  fading: (draws: Draws, monthsLeft: number) => (monthsLeft < 3 ? null : draws.int(-2, 8)),
  gone: (draws: Draws, monthsLeft: number) => (monthsLeft < 2 ? null : draws.int(-2, 8)),
} satisfies Record<string, (draws: Draws, monthsLeft: number) => number | null>;
const shares = { punctual: 60, late: 14, sometimes: 12, slow: 4, stopped: 3, fading: 3, gone: 4 };

/** Eighteen months of bills and payments until `today`, each told as the client's billing tells it. */
export function generateDebt(debtors: readonly Debtor[], draws: Draws, today: string): SeededReceivable[] {
  return debtors.flatMap((debtor) => {
    const { kind, lineIds } = debtor;
    if (kind === 'company') return [drawReceivable(debtor, null, draws, today)];
    return lineIds.map((lineId) => drawReceivable(debtor, lineId, draws, today));
  });
}

function drawReceivable(
  debtor: Debtor,
  lineId: string | null,
  draws: Draws,
  today: string,
): SeededReceivable {
  const payer = payers[draws.weigh(shares)];
  const dueDay = draws.pick([10, 15, 18, 20, 22, 24, 25, 28]);
  const { contractNumber, lineIds } = debtor;
  const key = lineId ? `${contractNumber}/${lineIds.indexOf(lineId) + 1}` : contractNumber;
  const tariffKopecks = draws.int(5, 24) * 5000 * (lineId ? 1 : lineIds.length);
  const thisMonth = Temporal.PlainDate.from(today).with({ day: 1 });
  const entries: NewEntry[] = [];
  for (let left = months - 1; left >= 0; left -= 1) {
    const billed = thisMonth.subtract({ months: left });
    const due = billed.with({ day: dueDay });
    const kopecks = tariffKopecks + (draws.chance(0.3) ? draws.int(1, 400) * 100 : 0);
    const bill = { key: `${key}-${billed.toString().slice(0, 7)}`, on: billed.toString(), kopecks };
    entries.push(chargeOf(bill, due.toString()));
    const days = payer(draws, left);
    if (days !== null) entries.push(...paymentsOf(bill, due.add({ days }), draws));
    if (draws.chance(0.008)) entries.push(correctionOf(bill, due.toString()));
  }
  return { debtor, lineId, entries: entries.filter(({ on }) => on <= today) };
}

type Bill = { key: string; on: string; kopecks: number };

function chargeOf({ key, on, kopecks }: Bill, dueOn: string): NewEntry {
  const told = { source: 'file', sourceKey: `charge:${key}`, fileId: null, note: null } as const;
  return { kind: 'charge', amountKopecks: kopecks, on, dueOn, ...told };
}

/** Most pay the bill to the kopeck, some round it up, some in two parts. */
function paymentsOf({ key, on, kopecks }: Bill, at: Temporal.PlainDate, draws: Draws): NewEntry[] {
  const day = at.toString() < on ? on : at.toString();
  const pay = (sourceKey: string, date: string, amountKopecks: number): NewEntry => {
    const told = { source: 'api', sourceKey, fileId: null, note: null } as const;
    return { kind: 'payment', amountKopecks, on: date, dueOn: null, ...told };
  };
  const way = draws.weigh({ whole: 84, rounded: 10, parts: 6 });
  if (way === 'whole') return [pay(`payment:${key}`, day, kopecks)];
  if (way === 'rounded') return [pay(`payment:${key}`, day, Math.ceil(kopecks / 10_000) * 10_000)];
  const first = Math.floor(kopecks / 200) * 100;
  const later = Temporal.PlainDate.from(day).add({ days: draws.int(2, 20) });
  const rest = pay(`payment:${key}-2`, later.toString(), kopecks - first);
  return [pay(`payment:${key}-1`, day, first), rest];
}

function correctionOf({ key }: Bill, on: string): NewEntry {
  const told = { source: 'hand', sourceKey: `hand:${key}`, fileId: null } as const;
  const note = 'Перерасчёт за дни без связи';
  return { kind: 'adjustment', amountKopecks: -15_000, on, dueOn: null, note, ...told };
}
