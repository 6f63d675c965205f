import { z } from 'zod';
import type { Change } from '../port.ts';
import {
  type AcceptedChange,
  type CarrierSimulator,
  carryOut,
  isInLedger,
  type LedgerEntry,
  type SimulatedLine,
  type SimulatorOptions,
} from '../simulation.ts';
import { catalogue } from './catalogue.ts';

/** What a change occupies: a second order on the same subject of a line waits for nobody, it is refused. */
const Subject = z.enum(['lock', 'rate_plan']);
export type Subject = z.infer<typeof Subject>;
const Own = z.object({ lineId: z.string(), subject: Subject, fails: z.boolean() });
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
  accepted = [],
  now = Date.now,
  onAccepted,
  onApplied,
}: SimulatorOptions): SimulatedLines {
  const byMsisdn = new Map(lines.map((line) => [line.msisdn, structuredClone(line)]));
  const byId = new Map([...byMsisdn.values()].map((line) => [line.lineId, line]));
  const entries: LedgerEntry[] = [...ledger];
  for (const { msisdn, change } of entries) {
    const line = byMsisdn.get(msisdn);
    if (line) carryOut(line, change, catalogue);
  }
  const isApplied = isInLedger(entries);
  let pending = accepted.filter((each) => !isApplied(each)).map(recall);
  // The clock keeps numbers apart across restarts even when the last orders never reached the ledger.
  const given = [...entries, ...accepted].map(({ reference }) => Number(reference) || 0);
  let last = given.reduce((highest, each) => Math.max(highest, each), now());

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
      const { reference, lineId, subject, change, at: dueAt, fails } = order;
      const msisdn = byId.get(lineId)?.msisdn;
      const own: z.infer<typeof Own> = { lineId, subject, fails };
      if (msisdn) onAccepted?.({ reference, msisdn, change, acceptedAt: now(), dueAt, own });
      pending.push(order);
      settle();
    },
  };

  function settled<T>(look: () => T): T {
    settle();
    return look();
  }
}

function recall({ reference, change, dueAt, own }: AcceptedChange): Pending {
  return { reference, change, at: dueAt, ...Own.parse(own) };
}
