import { z } from 'zod';
import type { Change, Msisdn } from '../port.ts';
import {
  type AcceptedChange,
  carryOut,
  isInLedger,
  type LedgerEntry,
  type SimulatedLine,
  type SimulatorOptions,
} from '../simulation.ts';
import { catalogue } from './catalogue.ts';

export type StatusPlace = 'product' | 'document' | 'operation';
/** A request as the carrier works on it. A dry run has no change to apply. */
export type Work = {
  id: string;
  place: StatusPlace;
  msisdn: Msisdn;
  change: Change;
  product: { code: string; action: string } | null;
  isDryRun: boolean;
  startedAt: number;
  dueAt: number;
  faultCode: string | null;
  state: 'InProgress' | 'Completed' | 'Faulted';
  /** Applied silently: the client was given no id and no list shows it. */
  isHidden: boolean;
};
/** What a restart must know of a request besides the change. Dry runs are forgotten. */
const Own = z.object({
  place: z.enum(['product', 'document', 'operation']),
  product: z.object({ code: z.string(), action: z.string() }).nullable(),
  faultCode: z.string().nullable(),
  isHidden: z.boolean(),
});
type NewWork = Omit<Work, 'id' | 'state' | 'startedAt' | 'dueAt'> & { workMs: number };

/** What is so at the carrier: the lines, the requests in work, and the ledger of what took effect. */
export class Truth {
  readonly #lines: Map<Msisdn, SimulatedLine>;
  readonly #worksById = new Map<string, Work>();
  readonly #worksByLine = new Map<Msisdn, Work[]>();
  readonly #open = new Set<Work>();
  readonly #ledger: LedgerEntry[] = [];
  readonly #now: () => number;
  readonly #onApplied: ((entry: LedgerEntry) => void) | undefined;
  readonly #onAccepted: ((accepted: AcceptedChange) => void) | undefined;
  /** New at each start, so that a request lost in a restart never lends its id to another. */
  readonly #series: string;

  constructor({ lines, ledger = [], accepted = [], now = Date.now, ...heard }: SimulatorOptions) {
    this.#lines = new Map(lines.map((line) => [line.msisdn, structuredClone(line)]));
    this.#now = now;
    this.#onApplied = heard.onApplied;
    this.#onAccepted = heard.onAccepted;
    this.#series = `${now().toString(36)}-${ledger.length}`;
    for (const entry of ledger) {
      this.#ledger.push(entry);
      this.#alter(entry.msisdn, entry.change);
    }
    const isApplied = isInLedger(ledger);
    for (const change of accepted) this.#recall(change, isApplied(change));
  }

  line(msisdn: Msisdn): SimulatedLine | undefined {
    this.#advance();
    return this.#lines.get(msisdn);
  }

  ledger(): readonly LedgerEntry[] {
    this.#advance();
    return this.#ledger;
  }

  /** What the carrier lists of a number. */
  works(msisdn: Msisdn): Work[] {
    this.#advance();
    return (this.#worksByLine.get(msisdn) ?? []).filter((work) => !work.isHidden);
  }

  work(id: string): Work | undefined {
    this.#advance();
    return this.#worksById.get(id);
  }

  /** Takes a request on; with no work to do it takes effect before this returns. */
  begin({ workMs, ...work }: NewWork): Work {
    const startedAt = this.#now();
    const id = `MTS-${this.#series}-${this.#worksById.size + 1}`;
    const begun: Work = { ...work, id, state: 'InProgress', startedAt, dueAt: startedAt + workMs };
    const { msisdn, change, dueAt, place, product, faultCode, isHidden } = begun;
    if (!begun.isDryRun) {
      const own: z.infer<typeof Own> = { place, product, faultCode, isHidden };
      this.#onAccepted?.({ reference: id, msisdn, change, acceptedAt: startedAt, dueAt, own });
    }
    this.#list(begun);
    this.#advance();
    return begun;
  }

  /** A request in work on the same subject: the line's tariff, its block, one option, one SIM card. */
  hasPending(msisdn: Msisdn, change: Change): boolean {
    return this.works(msisdn).some(
      (work) => work.state === 'InProgress' && !work.isDryRun && subjectOf(work.change) === subjectOf(change),
    );
  }

  #recall({ reference, msisdn, change, acceptedAt, dueAt, own }: AcceptedChange, isApplied: boolean): void {
    const state = isApplied ? 'Completed' : 'InProgress';
    const known = { ...Own.parse(own), msisdn, change, dueAt };
    this.#list({ ...known, id: reference, startedAt: acceptedAt, isDryRun: false, state });
  }

  #list(work: Work): void {
    this.#worksById.set(work.id, work);
    this.#worksByLine.set(work.msisdn, [...(this.#worksByLine.get(work.msisdn) ?? []), work]);
    if (work.state === 'InProgress') this.#open.add(work);
  }

  #advance(): void {
    const now = this.#now();
    const due = [...this.#open].filter((work) => work.dueAt <= now);
    for (const work of due.sort((a, b) => a.dueAt - b.dueAt)) this.#finish(work);
  }

  #finish(work: Work): void {
    this.#open.delete(work);
    work.state = work.faultCode ? 'Faulted' : 'Completed';
    if (work.faultCode || work.isDryRun) return;
    this.#alter(work.msisdn, work.change);
    const { msisdn, change, id: reference } = work;
    const entry = { at: new Date(work.dueAt).toISOString(), msisdn, change, reference };
    this.#ledger.push(entry);
    this.#onApplied?.(entry);
  }

  #alter(msisdn: Msisdn, change: Change): void {
    const line = this.#lines.get(msisdn);
    if (line) carryOut(line, change, catalogue);
  }
}

export function dropsOf(tariffCode: string): string[] {
  return catalogue.tariffs.find(({ code }) => code === tariffCode)?.drops ?? [];
}

/** Why Foris would not carry the change out, as its text code; `null` when it would. */
export function objectionTo(line: SimulatedLine, change: Change): string | null {
  if (line.blocked === 'operator' && !isPaper(change)) return 'BlockedByOperator';
  switch (change.kind) {
    case 'option.connect':
      return objectionToOption(line, change.optionCode);
    case 'option.disconnect':
      return line.optionCodes.includes(change.optionCode) ? null : 'ServiceNotExists';
    case 'tariff.change':
      return line.tariffCode === change.tariffCode ? 'BillPlanNotAvailable' : null;
    case 'line.block':
      return line.blocked ? 'ServiceAlreadyExists' : null;
    case 'line.unblock':
      return line.blocked ? null : 'ServiceNotExists';
    default:
      return null;
  }
}

function objectionToOption(line: SimulatedLine, optionCode: string): string | null {
  if (line.optionCodes.includes(optionCode)) return 'ServiceAlreadyExists';
  const option = catalogue.options.find(({ code }) => code === optionCode);
  const lacks = option?.requires.some((code) => !line.optionCodes.includes(code));
  if (lacks) return 'RequiredServiceNotExists';
  return option?.conflicts.some((code) => line.optionCodes.includes(code)) ? 'ServiceConflict' : null;
}

const isPaper = ({ kind }: Change) => kind === 'invoice.order' || kind === 'details.order';

function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return `option ${change.optionCode}`;
    case 'line.block':
    case 'line.unblock':
      return 'block';
    default:
      return change.kind;
  }
}
