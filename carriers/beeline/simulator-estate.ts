import type { Change, Msisdn } from '../port.ts';
import type { LedgerEntry, SimulatedLine } from '../simulation.ts';
import { catalogue } from './catalogue.ts';
import { nextPeriodStart } from './formats.ts';

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
export type Order = { msisdn: Msisdn; change: Change; isFuture: boolean };
type Options = {
  lines: SimulatedLine[];
  ledger: LedgerEntry[];
  now: () => number;
  onApplied: (entry: LedgerEntry) => void;
};

/** The carrier's own truth: lines, requests, and the ledger of what really took effect. */
export type Estate = ReturnType<typeof openEstate>;

export function openEstate({ lines, ledger: earlier, now, onApplied }: Options) {
  const lineOf = new Map(lines.map((line) => [line.msisdn, { ...line, optionCodes: [...line.optionCodes] }]));
  const ledger: LedgerEntry[] = [];
  const jobs = new Map<string, Job>();
  const open = new Set<Job>();
  for (const entry of earlier) recall(entry);
  // Ids of an earlier run that never reached the ledger must not be given away again: the clock moves on.
  let lastId = Math.max(
    Math.floor(now() / 1000) * 100_000,
    ...earlier.map(({ reference }) => Number(reference)),
  );

  function recall(entry: LedgerEntry): void {
    const line = lineOf.get(entry.msisdn);
    if (!line) return;
    applyTo(line, entry.change);
    ledger.push(entry);
    const at = Date.parse(entry.at);
    const { msisdn, change, reference: id } = entry;
    jobs.set(id, {
      id,
      msisdn,
      change,
      acceptedAt: at,
      dueAt: at,
      isFuture: false,
      state: 'done',
      comments: '',
    });
  }

  /** Lets everything that is due by now take effect, in the order of its due times. */
  function settle(): void {
    const due = [...open].filter((job) => job.dueAt <= now()).sort((a, b) => a.dueAt - b.dueAt);
    for (const job of due) finish(job);
  }

  function finish(job: Job): void {
    open.delete(job);
    const line = lineOf.get(job.msisdn);
    const refusal = line ? refusalOf(line, job.change) : '20005';
    if (job.state === 'failing' || !line || refusal) {
      job.state = 'rejected';
      job.comments = `Заявка отклонена, код ${refusal ?? '20024'}`;
      return;
    }
    applyTo(line, job.change);
    job.state = 'done';
    const { msisdn, change, id: reference } = job;
    const entry = { at: new Date(job.dueAt).toISOString(), msisdn, change, reference };
    ledger.push(entry);
    onApplied(entry);
  }

  /** The code with which the carrier refuses at once, or `null`. */
  function refuse({ msisdn, change }: Order): string | null {
    const line = lineOf.get(msisdn);
    return line ? (busyCode(msisdn, change) ?? refusalOf(line, change)) : '20005';
  }

  /** The code for an earlier request about the same subject that is still in work, or `null`. */
  function busyCode(msisdn: Msisdn, change: Change): string | null {
    const subject = subjectOf(change);
    const isBusy = [...open].some((job) => job.msisdn === msisdn && subjectOf(job.change) === subject);
    if (!isBusy) return null;
    return change.kind === 'tariff.change' ? '20010' : '20092';
  }

  function accept(order: Order, workMs: number, isFailing: boolean): Job {
    lastId += 1;
    const { msisdn, change, isFuture } = order;
    const acceptedAt = now();
    const periodStart = nextPeriodStart(new Date(acceptedAt), simulatorUtcOffsetMinutes).getTime();
    const dueAt = isFuture ? periodStart : acceptedAt + workMs;
    const state = isFailing ? 'failing' : 'open';
    const job: Job = { id: String(lastId), msisdn, change, acceptedAt, dueAt, isFuture, state, comments: '' };
    jobs.set(job.id, job);
    open.add(job);
    settle();
    return job;
  }

  return {
    settle,
    refuse,
    busyCode,
    accept,
    line: (msisdn: Msisdn) => lineOf.get(msisdn),
    lines: () => [...lineOf.values()],
    job: (id: string) => jobs.get(id),
    jobs: () => [...jobs.values()],
    ledger,
  };
}

function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return `option ${change.optionCode}`;
    case 'line.block':
    case 'line.unblock':
      return 'block';
    case 'invoice.order':
    case 'details.order':
      return `${change.kind} ${change.from} ${change.to}`;
    default:
      return change.kind;
  }
}

function refusalOf(line: SimulatedLine, change: Change): string | null {
  switch (change.kind) {
    case 'option.connect': {
      const option = catalogue.options.find(({ code }) => code === change.optionCode);
      if (!option) return '20037';
      if (line.optionCodes.includes(option.code)) return '20038';
      if (rivals(line, option.code).length > 0) return '20038';
      // The missing prerequisite hides behind "operations with services are unavailable now".
      return option.requires.every((code) => line.optionCodes.includes(code)) ? null : '20008';
    }
    case 'option.disconnect':
      return line.optionCodes.includes(change.optionCode) ? null : '20037';
    case 'tariff.change':
      if (!catalogue.tariffs.some(({ code }) => code === change.tariffCode)) return '20001';
      return line.tariffCode === change.tariffCode ? '20024' : null;
    case 'line.block':
      return line.blocked ? '20024' : null;
    case 'line.unblock':
      if (line.blocked === 'operator') return '20009';
      return line.blocked ? null : '20024';
    case 'sim.replace':
      return line.iccid === change.iccid ? '20001' : null;
    default:
      return null;
  }
}

/** Connected options that cannot stay together with this one; a conflict counts from either side. */
export function rivals(line: SimulatedLine, soc: string): string[] {
  const own = catalogue.options.find(({ code }) => code === soc)?.conflicts ?? [];
  return catalogue.options
    .filter(
      ({ code, conflicts }) =>
        line.optionCodes.includes(code) && (own.includes(code) || conflicts.includes(soc)),
    )
    .map(({ code }) => code);
}

function applyTo(line: SimulatedLine, change: Change): void {
  switch (change.kind) {
    case 'option.connect':
      line.optionCodes.push(change.optionCode);
      line.balanceKopecks -=
        catalogue.options.find(({ code }) => code === change.optionCode)?.feeOnceKopecks ?? 0;
      return;
    case 'option.disconnect':
      line.optionCodes = line.optionCodes.filter((code) => code !== change.optionCode);
      return;
    case 'tariff.change': {
      const tariff = catalogue.tariffs.find(({ code }) => code === change.tariffCode);
      line.tariffCode = change.tariffCode;
      line.optionCodes = line.optionCodes.filter((code) => !tariff?.drops.includes(code));
      line.balanceKopecks -= tariff?.feeOnceKopecks ?? 0;
      return;
    }
    case 'line.block':
      line.blocked = change.reason;
      return;
    case 'line.unblock':
      line.blocked = null;
      return;
    case 'sim.replace':
      line.iccid = change.iccid;
      line.imsi = change.imsi;
      return;
    default:
      return;
  }
}
