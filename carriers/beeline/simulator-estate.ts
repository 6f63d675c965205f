import { z } from 'zod';
import type { Change, Msisdn } from '../port.ts';
import {
  type AcceptedChange,
  carryOut,
  isInLedger,
  type LedgerEntry,
  type SimulatedLine,
} from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { nextPeriodStart } from './formats.ts';
import { refusalOf, subjectOf } from './simulator-rules.ts';

export const simulatorUtcOffsetMinutes = 180;

/** A request the carrier took, as its own list shows it. */
export type Job = {
  id: string;
  msisdn: Msisdn;
  change: Change;
  acceptedAt: number;
  dueAt: number;
  isFuture: boolean;
  /** `failing`: was accepted, but will be rejected when it is due. */
  state: 'open' | 'failing' | 'done' | 'rejected';
  comments: string;
};
export type Submission = { msisdn: Msisdn; change: Change; isFuture: boolean };
const Own = z.object({ isFuture: z.boolean(), isFailing: z.boolean() });
type Origin = {
  lines: SimulatedLine[];
  ledger: LedgerEntry[];
  accepted: AcceptedChange[];
  now: () => number;
  onAccepted: (accepted: AcceptedChange) => void;
  onApplied: (entry: LedgerEntry) => void;
};

/** The carrier's own truth: lines, requests, and the ledger of what really took effect. */
export class Estate {
  readonly ledger: LedgerEntry[] = [];
  readonly #lines: Map<Msisdn, SimulatedLine>;
  readonly #jobs = new Map<string, Job>();
  readonly #open = new Set<Job>();
  readonly #now: () => number;
  readonly #onAccepted: (accepted: AcceptedChange) => void;
  readonly #onApplied: (entry: LedgerEntry) => void;
  #lastId: number;

  constructor({ lines, ledger, accepted, now, onAccepted, onApplied }: Origin) {
    this.#lines = new Map(
      lines.map((line) => [line.msisdn, { ...line, optionCodes: [...line.optionCodes] }]),
    );
    this.#now = now;
    this.#onAccepted = onAccepted;
    this.#onApplied = onApplied;
    // Ids of an earlier run that never reached the ledger must not be given away again: the clock moves on.
    this.#lastId = Math.floor(now() / 1000) * 100_000;
    for (const entry of ledger) this.#recall(entry);
    const isApplied = isInLedger(ledger);
    for (const change of accepted) this.#takeUp(change, isApplied(change));
  }

  line(msisdn: Msisdn): SimulatedLine | undefined {
    return this.#lines.get(msisdn);
  }

  accountNumbers(): string[] {
    const numbers = new Set([...this.#lines.values()].map((line) => line.accountNumber));
    numbers.delete('');
    return [...numbers];
  }

  job(id: string): Job | undefined {
    return this.#jobs.get(id);
  }

  jobsBetween(from: number, to: number): Job[] {
    return [...this.#jobs.values()].filter(({ acceptedAt }) => acceptedAt >= from && acceptedAt <= to);
  }

  /** The code with which the carrier refuses at once, or `null`. */
  refuse({ msisdn, change }: Submission): string | null {
    const line = this.line(msisdn);
    return line ? (this.busyCode(msisdn, change) ?? refusalOf(line, change)) : '20005';
  }

  /** The code for an earlier request about the same subject that is still in work, or `null`. */
  busyCode(msisdn: Msisdn, change: Change): string | null {
    const subject = subjectOf(change);
    const isBusy = [...this.#open].some((job) => job.msisdn === msisdn && subjectOf(job.change) === subject);
    if (!isBusy) return null;
    return change.kind === 'tariff.change' ? '20010' : '20092';
  }

  accept(submission: Submission, workMs: number, isFailing: boolean): Job {
    this.#lastId += 1;
    const acceptedAt = this.#now();
    const periodStart = nextPeriodStart(new Date(acceptedAt), simulatorUtcOffsetMinutes).getTime();
    const dueAt = submission.isFuture ? periodStart : acceptedAt + workMs;
    const state = isFailing ? 'failing' : 'open';
    const job: Job = { ...submission, id: String(this.#lastId), acceptedAt, dueAt, state, comments: '' };
    const { id: reference, msisdn, change, isFuture } = job;
    const own: z.infer<typeof Own> = { isFuture, isFailing };
    this.#onAccepted({ reference, msisdn, change, acceptedAt, dueAt, own });
    this.#jobs.set(job.id, job);
    this.#open.add(job);
    this.settle();
    return job;
  }

  /** Lets everything that is due by now take effect, in the order of its due times. */
  settle(): void {
    const due = [...this.#open].filter((job) => job.dueAt <= this.#now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const job of due) this.#finish(job);
  }

  #finish(job: Job): void {
    this.#open.delete(job);
    const line = this.line(job.msisdn);
    const refusal = line ? refusalOf(line, job.change) : '20005';
    if (job.state === 'failing' || !line || refusal) {
      job.state = 'rejected';
      job.comments = `Заявка отклонена, код ${refusal ?? '20024'}`;
      return;
    }
    carryOut(line, job.change, catalogue);
    job.state = 'done';
    const { msisdn, change, id: reference } = job;
    const entry = { at: new Date(job.dueAt).toISOString(), msisdn, change, reference };
    this.ledger.push(entry);
    this.#onApplied(entry);
  }

  #recall(entry: LedgerEntry): void {
    const line = this.line(entry.msisdn);
    if (!line) return;
    const { msisdn, change, reference: id } = entry;
    const at = Date.parse(entry.at);
    carryOut(line, change, catalogue);
    this.ledger.push(entry);
    this.#jobs.set(id, {
      id,
      msisdn,
      change,
      acceptedAt: at,
      dueAt: at,
      isFuture: false,
      state: 'done',
      comments: '',
    });
    this.#lastId = Math.max(this.#lastId, Number(id));
  }

  #takeUp(
    { reference: id, msisdn, change, acceptedAt, dueAt, own }: AcceptedChange,
    isApplied: boolean,
  ): void {
    const { isFuture, isFailing } = Own.parse(own);
    const state = isApplied ? 'done' : isFailing ? 'failing' : 'open';
    const job: Job = { id, msisdn, change, acceptedAt, dueAt, isFuture, state, comments: '' };
    this.#jobs.set(id, job);
    if (!isApplied) this.#open.add(job);
    this.#lastId = Math.max(this.#lastId, Number(id));
  }
}
