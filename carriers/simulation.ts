import type { BlockedBy, Change, Msisdn } from './port.ts';

/**
 * What all carrier simulators share. A simulator is a fetch handler over its own truth: an HTTP server
 * mounts it for the demo, e2e and fault tests, and tests call it without a socket.
 */

export type SimulatedItem = {
  code: string;
  name: string;
  feeOnceKopecks: number;
  feeMonthKopecks: number;
  /** Codes of options that cannot be connected together with this one. */
  conflicts: string[];
  /** Codes of options that must be connected first. */
  requires: string[];
};
/** A tariff may drop options when it is switched to. */
export type SimulatedTariff = SimulatedItem & { drops: string[] };
export type SimulatedCatalogue = { options: SimulatedItem[]; tariffs: SimulatedTariff[] };

export type SimulatedLine = {
  msisdn: Msisdn;
  lineId: string;
  accountNumber: string;
  tariffCode: string;
  optionCodes: string[];
  blocked: BlockedBy | null;
  balanceKopecks: number;
  iccid: string;
  imsi: string;
};

/** What the carrier really did: one entry for each change it applied, appended and never altered. */
export type LedgerEntry = { at: string; msisdn: Msisdn; change: Change; reference: string };

/** One line's change that the carrier took on. Times in ms since epoch. */
export type AcceptedChange = {
  reference: string;
  msisdn: Msisdn;
  change: Change;
  acceptedAt: number;
  dueAt: number;
  /** What only this carrier's simulator knows of it, as JSON. */
  own: unknown;
};

/** Probabilities 0…1, drawn from the simulator's seeded stream for every change that is submitted. */
export type Faults = {
  /** Applies, then never answers within the caller's deadline (the socket hangs until the client leaves). */
  hangAfterApplying: number;
  /** Never applies and never answers. */
  hangBeforeApplying: number;
  /** Applies, then breaks the connection in the middle of the answer. */
  breakAfterApplying: number;
  /** Answers 2xx without a reference; half of these were applied, half never will be. */
  acceptSilently: number;
  /** Accepts, then fails it while being worked on. */
  failLater: number;
  /** Answers 5xx or an HTML page without doing anything. */
  unavailable: number;
  /** Answers success with an error envelope inside, without doing anything. */
  errorInside: number;
  /** Loses the caller's session or token in the middle of the work. */
  expireSession: number;
};

export type Knobs = {
  latencyMs: number;
  /** How long an accepted change is worked on before it takes effect. */
  workMs: number;
  faults: Partial<Faults>;
  /** Requests allowed per window, counted by the simulator itself over sliding windows. */
  limits: { windowMs: number; max: number; retryAfter: boolean }[];
  /** The whole interface hangs until this instant (ms since epoch); `null`: it does not. */
  hangUntil: number | null;
};

export const calmKnobs: Knobs = { latencyMs: 0, workMs: 0, faults: {}, limits: [], hangUntil: null };

export type SimulatorOptions = {
  seed: number;
  lines: SimulatedLine[];
  /** Entries of an earlier run: applied to the lines again, so that a restarted carrier remembers. */
  ledger?: LedgerEntry[];
  /** What an earlier run took on: what of it is not in the ledger is worked on further. */
  accepted?: AcceptedChange[];
  knobs?: Partial<Knobs>;
  now?: () => number;
  /** Called for every change that is taken on, before it is applied and before the carrier answers. */
  onAccepted?: (accepted: AcceptedChange) => void;
  /** Called for every entry as it is applied, before the carrier answers. */
  onApplied?: (entry: LedgerEntry) => void;
};

export type CarrierSimulator = {
  /** Answers one request. A promise that never settles is a hanging carrier. */
  fetch(request: Request): Promise<Response>;
  line(msisdn: Msisdn): SimulatedLine | undefined;
  ledger(): readonly LedgerEntry[];
  /** Requests counted, and how many of them were answered "too many". */
  counts(): { requests: number; throttled: number; busiest: { windowMs: number; requests: number }[] };
  turn(knobs: Partial<Knobs>): void;
};

export type SimulatorDefinition = {
  catalogue: SimulatedCatalogue;
  create(options: SimulatorOptions): CarrierSimulator;
  /** Settings and credentials of a carrier account that talks to this simulator at `origin`. */
  account(origin: string): { settings: Record<string, unknown>; credentials: Record<string, string> };
};

/** Tells which of the accepted changes the ledger knows. */
export function isInLedger(ledger: readonly LedgerEntry[]) {
  const applied = new Set(ledger.map(({ reference, msisdn }) => `${reference} ${msisdn}`));
  return ({ reference, msisdn }: Pick<AcceptedChange, 'reference' | 'msisdn'>) =>
    applied.has(`${reference} ${msisdn}`);
}

/** What carrying out a change does to the line itself, its fee included. Documents do nothing to it. */
export function carryOut(
  line: SimulatedLine,
  change: Change,
  { options, tariffs }: SimulatedCatalogue,
): void {
  switch (change.kind) {
    case 'option.connect':
      line.optionCodes = [...new Set([...line.optionCodes, change.optionCode])];
      line.balanceKopecks -= options.find(({ code }) => code === change.optionCode)?.feeOnceKopecks ?? 0;
      return;
    case 'option.disconnect':
      line.optionCodes = line.optionCodes.filter((code) => code !== change.optionCode);
      return;
    case 'tariff.change': {
      const tariff = tariffs.find(({ code }) => code === change.tariffCode);
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
