import { z } from 'zod';
import { failureClasses } from '../port.ts';

const ms = z.int().nonnegative();

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A plan of the account's contract. MegaFon lists plans nowhere, so an administrator copies them here. */
const PlanSettings = z.object({
  /** `rtplId`, the numeric plan id that the order form of the cabinet sends. */
  code: z.string().regex(/^\d+$/),
  name: z.string().min(1),
  feeOnceKopecks: z.int().nullable().default(null),
  feeMonthKopecks: z.int().nullable().default(null),
  /** Codes of options that the plan takes away when a line is switched to it. */
  drops: z.array(z.string()).default([]),
});

export const MegafonSettings = z.object({
  baseUrl: z.url().default('https://b2blk.megafon.ru'),
  /** IANA zone of the branch that the contract belongs to: order dates are calendar days there. */
  timeZone: z.string().refine(isTimeZone).default('Europe/Moscow'),
  regionId: z.string().default(''),
  pageSize: z.int().min(32).max(40).default(40),
  maxPages: z.int().positive().default(1000),
  /** How old our copy of msisdn -> internal id may get before it is read again. */
  directoryMaxAgeMs: ms.default(3_600_000),
  /** How old it must be before a number that is missing in it is worth another look. */
  directoryRecheckMs: ms.default(60_000),
  cacheAttempts: z.int().positive().default(20),
  cachePauseMs: ms.default(3_000),
  /** How long to leave a cabinet alone that asked for a captcha. */
  captchaPauseMs: ms.default(900_000),
  /** How long to keep quiet after "too many requests" that names no time. */
  throttlePauseMs: ms.default(10_000),
  /** A lock needs an end date: this many days after its start. */
  lockDays: z.int().positive().default(365),
  /** `cpohId` of the lock form by our reason. Only 0 was ever seen. */
  lockReasonCodes: z.object({ wish: z.string(), theft: z.string() }).default({ wish: '0', theft: '0' }),
  notifySubscriber: z.boolean().default(false),
  /** Status words of the cabinet: `none` is a working line, the rest say who blocked it. */
  lineStatuses: z.record(z.string(), z.enum(['none', 'wish', 'theft', 'operator'])).default({
    ACTIVE: 'none',
    BLOCKED: 'wish',
    BLOCKED_BY_CLIENT: 'wish',
    BLOCKED_THEFT: 'theft',
    BLOCKED_BY_OPERATOR: 'operator',
  }),
  plans: z.array(PlanSettings).default([]),
  /** Error codes of the cabinet that our own table does not know, or classes differently. */
  errorClasses: z.record(z.string(), z.enum(failureClasses)).default({}),
  /** An accepted order that the line does not show after this long goes to a person. */
  visibleWithinMs: ms.default(1_800_000),
  /** How long after it can have left an order that the line does not show is proven absent. */
  absenceProofAfterMs: ms.default(600_000),
});
export type MegafonSettings = z.infer<typeof MegafonSettings>;

export const MegafonCredentials = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type MegafonCredentials = z.infer<typeof MegafonCredentials>;
