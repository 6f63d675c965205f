import { z } from 'zod';

const kinds = [
  'option.connect',
  'option.disconnect',
  'tariff.change',
  'line.block',
  'line.unblock',
  'sim.replace',
  'invoice.order',
  'details.order',
] as const;

const duration = z.int().nonnegative();

/** What differs between MTS packages and stands. Every default is the documented public value or is marked. */
export const MtsSettings = z.object({
  baseUrl: z.url().default('https://api.mts.ru/b2b/v1'),
  /** The token lives at the host root, not below the base. */
  tokenUrl: z.url().default('https://api.mts.ru/token'),
  /** A token is renewed this long before it expires. */
  tokenMarginMs: duration.default(60_000),
  /** No row in the request list and no trace on the line for so long means that MTS never took the change. */
  absenceProofAfterMs: duration.default(300_000),
  /** Waits between the polls of an asynchronous dry run. */
  previewPollMs: z.array(duration).min(1).default([500, 1_000, 2_000, 4_000]),
  /** Waits between the re-reads after a change was accepted without an event id. */
  reReadMs: z.array(duration).min(1).default([0, 3_000, 8_000]),
  /** How long to stay away after "too many requests" without Retry-After. */
  throttleWaitMs: duration.default(20_000),
  /** How far the carrier's clock may be behind ours. */
  clockSkewMs: duration.default(5_000),
  /** The block codes a client may set and lift; every other block is the operator's. `theft` is inferred. */
  blockCodes: z.object({ wish: z.string(), theft: z.string() }).default({ wish: 'BL0005', theft: 'BL0007' }),
  /** Kinds that the bought package leaves out: a person carries them out. */
  packageLacks: z.array(z.enum(kinds)).default([]),
});
export type MtsSettings = z.infer<typeof MtsSettings>;

/** Made in the MTS Business cabinet, section "API". */
export const MtsCredentials = z.object({
  consumerKey: z.string().min(1),
  consumerSecret: z.string().min(1),
});
export type MtsCredentials = z.infer<typeof MtsCredentials>;
