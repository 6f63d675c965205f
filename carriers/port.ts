import { z } from 'zod';

/**
 * The contract between Pult and a mobile carrier. Everything a carrier's interface says is mapped to these
 * words by its adapter; everything above this file speaks only them.
 */

/** E.164 with the plus sign: `+79161234567`. Adapters convert to and from the carrier's own form. */
export const Msisdn = z
  .string()
  .regex(/^\+7\d{10}$/)
  .brand<'Msisdn'>();
export type Msisdn = z.infer<typeof Msisdn>;

const code = z.string().trim().min(1).max(64);
const day = z.iso.date();
const period = { from: day, to: day, email: z.email() };

/** What a carrier can be asked to change on one line. The kind names are those of the request. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option.connect'), optionCode: code }),
  z.strictObject({ kind: z.literal('option.disconnect'), optionCode: code }),
  z.strictObject({ kind: z.literal('tariff.change'), tariffCode: code }),
  z.strictObject({ kind: z.literal('line.block'), reason: z.enum(['wish', 'theft']) }),
  z.strictObject({ kind: z.literal('line.unblock') }),
  z.strictObject({
    kind: z.literal('sim.replace'),
    iccid: z.string().regex(/^\d{17,20}$/),
    imsi: z.string().regex(/^\d{15}$/),
  }),
  z.strictObject({ kind: z.literal('invoice.order'), ...period }),
  z.strictObject({ kind: z.literal('details.order'), ...period }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change['kind'];

/** The carrier's answer in our words; `code` and `text` are the carrier's own and stay attached. */
export const failureClasses = [
  'invalid',
  'not_found',
  'forbidden_subscriber',
  'not_in_package',
  'conflict_pending_change',
  'conflict_option',
  'precondition_missing',
  'blocked_by_operator',
  'auth',
  'throttled',
  'carrier_down',
  'not_ready',
  'needs_human',
  'unknown_outcome',
] as const;
export type FailureClass = (typeof failureClasses)[number];
export const Failure = z.object({ class: z.enum(failureClasses), code: z.string(), text: z.string() });
export type Failure = z.infer<typeof Failure>;
/**
 * Codes of failures that we tell, not the carrier: their texts are for our logs, people are told by the code.
 * An empty text of any other code: the carrier gave none.
 */
export const ownFailureCodes = [
  'already_there',
  'cache',
  'captcha',
  'dry_run_in_progress',
  'id_moved',
  'list_incomplete',
  'lost',
  'lost-repeatedly',
  'no-answer-in-time',
  'no_document_list',
  'no_dry_run',
  'no_event_id',
  'no_interface',
  'no_number',
  'no_order_number',
  'no_token',
  'no_user',
  'not_blocked',
  'not_in_cabinet',
  'not_offered',
  'not_removable',
  'not_sent',
  'not_shown',
  'nothing_to_change',
  'operator_block',
  'order_not_visible',
  'package',
  'period',
  'period_not_over',
  'read-back',
  'request_not_listed',
  'service_not_found',
  'service_off',
  'service_on',
  'tariff_code',
  'tariff_not_offered',
  'unknown_status',
  'unreadable',
] as const;
export type OwnFailureCode = (typeof ownFailureCodes)[number];
/** The only way an adapter tells a failure of its own: a code that nobody has words for does not compile. */
export function ownFailure(failureClass: FailureClass, code: OwnFailureCode, text: string): Failure {
  return { class: failureClass, code, text };
}
export type Read<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Everything needed to ask about a submitted change later. `hint` is opaque to all but the adapter. */
export type CarrierRef = { id: string; submittedAt: string; hint: string };

/**
 * What submitting a change led to.
 * `completed`: done at once. `accepted`: the carrier works on it. `refused`: it said no, nothing changed.
 * `unavailable`: it surely never took effect, sending again is safe. `unknown`: it may have taken effect;
 * nothing may be sent again before `reconcile` proved absence.
 */
export type SubmitOutcome =
  | { type: 'completed' }
  | { type: 'accepted'; ref: CarrierRef }
  | { type: 'refused'; failure: Failure }
  | { type: 'unavailable'; failure: Failure; retryAfterMs?: number }
  | { type: 'unknown'; failure: Failure };

/** What the carrier says of an accepted change. `unavailable`: it could not be asked now. */
export type Observation =
  | { type: 'pending' }
  | { type: 'completed' }
  | { type: 'refused'; failure: Failure }
  | { type: 'needs_human'; failure: Failure }
  | { type: 'unavailable'; failure: Failure; retryAfterMs?: number };

/** What was found out about a change, as data: whoever shows it says it in his reader's language. */
export const evidenceCodes = [
  'line-shows-it',
  /** `detail`: the carrier's reference and its word for the state. So in the two below. */
  'carrier-lists-it',
  'listed-but-not-shown',
  'maybe-listed',
  /** The carrier works on something of this line and does not say on what. */
  'unnamed-request',
  /** Neither the line nor the carrier's list. `detail`: seconds since it was sent. So in the one below. */
  'nothing-shows-it',
  'line-lacks-it',
  /** The line cannot show whether the change was made. */
  'line-hidden',
  'list-incomplete',
  'no-document-list',
  /** `detail`: the code of the failure. */
  'could-not-ask',
  'still-working',
] as const;
export const Evidence = z.object({ code: z.enum(evidenceCodes), detail: z.string().exactOptional() });
export type Evidence = z.infer<typeof Evidence>;

/** Between which two instants a change left us, if it did. */
export type SentWindow = { after: Date; before: Date };

/**
 * What became of a change whose outcome was unknown. `absent` is a proof: enough time has passed since
 * the end of its window and neither the carrier's own list nor the line shows it. `unclear`: ask again
 * later. `needs_human`: the carrier can never tell.
 */
export type Reconciliation =
  | { type: 'applied'; evidence: Evidence }
  | { type: 'accepted'; ref: CarrierRef; evidence: Evidence }
  | { type: 'refused'; failure: Failure }
  | { type: 'absent'; evidence: Evidence }
  | { type: 'needs_human'; failure: Failure }
  | { type: 'unclear'; evidence: Evidence };

export type BlockedBy = 'wish' | 'theft' | 'operator';
export type CarrierLine = {
  msisdn: Msisdn;
  /** The carrier's internal id of the line where it has one. */
  carrierLineId: string | null;
  accountNumber: string | null;
  tariff: { code: string; name: string } | null;
  options: { code: string; name: string; since: string | null }[];
  blocked: { by: BlockedBy; since: string | null } | null;
  balanceKopecks: number | null;
  iccid: string | null;
};

export type CatalogueItem = {
  code: string;
  name: string;
  /** Kopecks. `null`: the carrier does not say. */
  feeOnceKopecks: number | null;
  feeMonthKopecks: number | null;
};

/** A dry run: what would happen. A refusal the carrier already knows of comes back as a `Read` failure. */
export type Preview = {
  feeNowKopecks: number | null;
  feeMonthKopecks: number | null;
  /** ISO instant, or `null` when it takes effect at once. */
  effectiveAt: string | null;
  /** Options that the change adds or drops behind the subscriber's back. */
  adds: string[];
  drops: string[];
};

/** One change to carry out, as the port sends it. `orderKey` is our own name for this one decision. */
export type Order = { orderKey: string; msisdn: Msisdn; carrierLineId: string | null; change: Change };

/** Whether a kind goes through the carrier's interface, and how. `person`: only in the carrier's cabinet. */
export type Capability =
  | { by: 'person' }
  | { by: 'carrier'; effective: 'now' | 'date' | 'next_period'; dryRun: boolean };
export type Capabilities = Record<ChangeKind, Capability>;

/** An adapter bound to one carrier account. Methods may throw only `DialError` (see dial.ts). */
export interface Carrier {
  getLine(msisdn: Msisdn): Promise<Read<CarrierLine>>;
  getBalance(msisdn: Msisdn): Promise<Read<number | null>>;
  listOptions(msisdn: Msisdn): Promise<Read<CatalogueItem[]>>;
  listTariffs(msisdn: Msisdn): Promise<Read<CatalogueItem[]>>;
  preview(order: Order): Promise<Read<Preview>>;
  submit(order: Order): Promise<SubmitOutcome>;
  observe(order: Order, ref: CarrierRef): Promise<Observation>;
  reconcile(order: Order, sent: SentWindow): Promise<Reconciliation>;
}

/** One HTTP exchange. `mutates` is said by the adapter, because the verb does not tell (Beeline's GETs). */
export type WireRequest = {
  operation: string;
  mutates: boolean;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  body?: string;
  /** The answer is itself a secret, such as a token: nothing of it is kept. */
  secretReply?: boolean;
};
/** `bytes` is at most the port's body limit; `text()` decodes as UTF-8, or by the label given. */
export type WireReply = { status: number; headers: Headers; bytes: Uint8Array; text(label?: string): string };
export type Dial = (request: WireRequest) => Promise<WireReply>;

/** One exchange as it may be shown: secrets and personal data are already out of it. */
export type WireRecord = {
  at: Date;
  operation: string;
  durationMs: number;
  sent: string;
  received: string | null;
  failure: string | null;
};

/**
 * A dial that brought no answer. `not_sent`: refused connection, open breaker, passed deadline before the
 * socket was opened; `lost`: the request may have arrived. A lost read is harmless, a lost change is not.
 */
export class DialError extends Error {
  override readonly name = 'DialError';
  readonly outcome: 'not_sent' | 'lost';
  readonly mutates: boolean;
  readonly retryAfterMs: number | undefined;
  constructor(outcome: 'not_sent' | 'lost', mutates: boolean, message: string, retryAfterMs?: number) {
    super(message);
    this.outcome = outcome;
    this.mutates = mutates;
    this.retryAfterMs = retryAfterMs;
  }
}

/** A credential's token or cookie session, shared by all callers in the process, signed in once at a time. */
export interface Session<T> {
  get(): Promise<T>;
  /** Forget this value if it is still the current one; the next `get` signs in again. */
  drop(value: T): void;
}

/** What an adapter is given. `settings` and `credentials` were parsed by the carrier's own zod schemas. */
export type Connection<Settings, Credentials> = {
  settings: Settings;
  credentials: Credentials;
  dial: Dial;
  session<T>(signIn: () => Promise<{ value: T; expiresAt: Date | null }>): Session<T>;
  now(): Date;
  sleep(ms: number): Promise<void>;
};

export type Localised = { ru: string; en: string };

/** One line of the registry. `Settings` must hold every base URL and `absenceProofAfterMs`. */
export type CarrierDefinition<
  Settings extends { absenceProofAfterMs: number } = { absenceProofAfterMs: number },
  Credentials extends Record<string, string> = Record<string, string>,
> = {
  id: string;
  title: Localised;
  settings: z.ZodType<Settings>;
  credentials: z.ZodType<Credentials>;
  /** The credentials, in the order an administrator fills them, as the carrier's own papers call them. */
  credentialFields: readonly { name: string; title: Localised }[];
  capabilities(settings: Settings): Capabilities;
  connect(connection: Connection<Settings, Credentials>): Carrier;
  /** What a person does in the carrier's own cabinet when the interface cannot. */
  instructions(order: Order): Localised;
};
