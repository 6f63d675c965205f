import { z } from 'zod';
import { Change, type ChangeKind, failureClasses as classes } from '../port.ts';
import { doubtfulCodes, failureClasses, tokenBrokenCodes } from './failures.ts';

/** What the sixteen states of a request mean to us. A state that is not listed is still open. */
export const requestStates = {
  FULFILL_REQ: 'pending',
  OPEN: 'pending',
  IN_PROGRESS: 'pending',
  PENDING: 'pending',
  PENDING_OPEN: 'pending',
  PENDING_CLOSE: 'pending',
  PERIODIC_IN_PROGRESS: 'pending',
  COMPLETE: 'completed',
  AUTO_COMPLETE: 'completed',
  PARTIALLY_COMPLETE: 'needs_human',
  WAITING_FOR_APPROVAL: 'needs_human',
  NEED_MORE_INFORMATION: 'needs_human',
  REJECTED: 'refused',
  CANCELED: 'refused',
  EXPIRED_REQ: 'refused',
  NULL: 'refused',
} as const;

const requestTypes: Record<ChangeKind, string> = {
  'option.connect': 'ADD_DEL_SOC',
  'option.disconnect': 'ADD_DEL_SOC',
  'tariff.change': 'CHANGE_PP',
  'line.block': 'SUSPEND_CTN',
  'line.unblock': 'RESTORE_CTN',
  'sim.replace': 'REPLACE_SIM',
  'invoice.order': 'BILL_CHARGES',
  'details.order': 'DETAILS',
};
const changeKinds = Change.options.map((option) => option.shape.kind.value);

const table = <T extends z.ZodType>(value: T, defaults: Record<string, z.output<T>>) =>
  z
    .record(z.string(), value)
    .default({})
    .transform((changes): Record<string, z.output<T>> => ({ ...defaults, ...changes }));

export const BeelineSettings = z.object({
  /** `…/AuthService` and `…/SubscriberService` stand below it. */
  soapUrl: z.url().default('https://my.beeline.ru/api'),
  restUrl: z.url().default('https://my.beeline.ru/api/1.0'),
  /** Accounts to look for a line in. Empty: all accounts of the login, asked once. */
  bans: z.array(z.string().min(1)).default([]),
  channelType: z.string().default('WEB'),
  /** `next_period` sends `futureDate=Y`. */
  tariffChange: z.enum(['now', 'next_period']).default('now'),
  /** `actvDate` must still be in the future when the request arrives, also after waiting for its turn. */
  blockLeadMs: z.int().positive().default(30_000),
  blockReasons: z.object({ wish: z.string().default('WIB'), theft: z.string().default('STO') }).prefault({}),
  restoreReason: z.string().default('RSBO'),
  /** Who blocked, by `reasonStatus`. A reason that is not listed is the operator's. */
  blockedBy: table(z.enum(['wish', 'theft', 'operator']), {
    WIB: 'wish',
    S1B: 'wish',
    STO: 'theft',
    BSB: 'operator',
    DUF: 'operator',
    DOSS: 'operator',
  }),
  balanceFrom: z.enum(['postpaidBalance', 'prepaidBalance']).default('postpaidBalance'),
  /** What a `conflictType` of `info/conflict` means. A type that is not listed is a conflict. */
  conflictTypes: table(z.enum(['conflict', 'prerequisite', 'adds', 'drops', 'notice']), {
    CONFLICT: 'conflict',
    REQUIRED: 'prerequisite',
    ADD: 'adds',
    REMOVE: 'drops',
    NOTICE: 'notice',
  }),
  /** The word for each kind in the carrier's list of requests. */
  requestTypes: z
    .partialRecord(z.enum(changeKinds), z.string())
    .default({})
    .transform((changes): Record<ChangeKind, string> => ({ ...requestTypes, ...changes })),
  requestStates: table(z.enum(['pending', 'completed', 'refused', 'needs_human']), requestStates),
  failureClasses: table(z.enum(classes), failureClasses),
  tokenBrokenCodes: z.array(z.string()).default(tokenBrokenCodes),
  doubtfulCodes: z.array(z.string()).default(doubtfulCodes),
  recordsPerPage: z.int().positive().default(100),
  maxPages: z.int().positive().default(50),
  /** How long to stay away after a 429 that does not say. */
  throttleWaitMs: z.int().positive().default(60_000),
  /** How far the carrier's clock may differ from ours. */
  clockSkewMs: z.int().nonnegative().default(5_000),
  /** How far back `preview` looks for a request that is still open. */
  pendingLookBackMs: z.int().nonnegative().default(3_600_000),
  utcOffsetMinutes: z.int().default(180),
  absenceProofAfterMs: z.int().positive().default(600_000),
});
export type BeelineSettings = z.infer<typeof BeelineSettings>;

export const BeelineCredentials = z.object({ login: z.string().min(1), password: z.string().min(1) });
export type BeelineCredentials = z.infer<typeof BeelineCredentials>;
