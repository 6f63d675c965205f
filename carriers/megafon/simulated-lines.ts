import type { Change } from '../port.ts';
import {
  type CarrierSimulator,
  carryOut,
  type LedgerEntry,
  type SimulatedLine,
  type SimulatorOptions,
} from '../simulation.ts';
import { catalogue } from './catalogue.ts';

/** What a change occupies: a second order on the same subject of a line waits for nobody, it is refused. */
export type Subject = 'lock' | 'rate_plan';
type Pending = {
  reference: string;
  lineId: string;
  subject: Subject;
  change: Change;
  at: number;
  fails: boolean;
};

/** The carrier's own truth: its lines, the orders it works on, and what it really did. */
export type SimulatedLines = {
  all(): SimulatedLine[];
  byId(lineId: string): SimulatedLine | undefined;
  line: CarrierSimulator['line'];
  ledger: CarrierSimulator['ledger'];
  isPending(lineId: string, subject: Subject): boolean;
  nextReference(): string;
  accept(order: Pending): void;
};

export function openLines({
  lines,
  ledger = [],
  now = Date.now,
  onApplied,
}: SimulatorOptions): SimulatedLines {
  const byMsisdn = new Map(lines.map((line) => [line.msisdn, structuredClone(line)]));
  const byId = new Map([...byMsisdn.values()].map((line) => [line.lineId, line]));
  const entries: LedgerEntry[] = [...ledger];
  for (const { msisdn, change } of entries) {
    const line = byMsisdn.get(msisdn);
    if (line) carryOut(line, change, catalogue);
  }
  let pending: Pending[] = [];
  // The clock keeps numbers apart across restarts even when the last orders never reached the ledger.
  let last = Math.max(now(), ...entries.map(({ reference }) => Number(reference) || 0));

  function settle(): void {
    const due = pending.filter((order) => order.at <= now());
    if (due.length === 0) return;
    pending = pending.filter((order) => order.at > now());
    for (const order of due.filter((each) => !each.fails)) apply(order);
  }

  function apply({ lineId, change, at, reference }: Pending): void {
    const line = byId.get(lineId);
    if (!line) return;
    carryOut(line, change, catalogue);
    const entry = { at: new Date(at).toISOString(), msisdn: line.msisdn, change, reference };
    entries.push(entry);
    onApplied?.(entry);
  }

  return {
    all: () => settled(() => [...byMsisdn.values()]),
    byId: (lineId) => settled(() => byId.get(lineId)),
    line: (msisdn) => settled(() => structuredClone(byMsisdn.get(msisdn))),
    ledger: () => settled(() => entries),
    isPending: (lineId, subject) =>
      settled(() => pending.some((each) => each.lineId === lineId && each.subject === subject)),
    nextReference: () => String(++last),
    accept(order) {
      pending.push(order);
      settle();
    },
  };

  function settled<T>(look: () => T): T {
    settle();
    return look();
  }
}
