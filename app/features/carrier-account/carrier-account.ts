import { z } from 'zod';
import { Change, type ChangeKind, type Failure, type Read } from '#carriers/port.ts';
import type { SettingFault } from './setting-fault.ts';

export const changeKinds: ChangeKind[] = Change.options.map((option) => option.shape.kind.value);

const SendWindowInput = z.strictObject({
  windowMs: z
    .int()
    .min(100)
    .max(24 * 60 * 60_000),
  max: z.int().min(1).max(1_000_000),
});

/** `credentials`: empty values keep what is stored. */
export const CarrierAccountInput = z.strictObject({
  title: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'long' }),
  settings: z.record(z.string(), z.unknown()),
  credentials: z.record(z.string(), z.string()),
  windows: z.array(SendWindowInput).max(5),
  concurrency: z
    .int({ error: 'concurrency' })
    .min(1, { error: 'concurrency' })
    .max(100, { error: 'concurrency' }),
  deadlineMs: z
    .int({ error: 'deadline' })
    .min(1_000, { error: 'deadline' })
    .max(300_000, { error: 'deadline' }),
  disabledKinds: z.array(z.enum(changeKinds)),
  /** Its lines are asked for their balances every night. */
  asksBalances: z.boolean(),
});
export type CarrierAccountInput = z.infer<typeof CarrierAccountInput>;

export type CarrierAccountRefusal =
  | { code: 'forbidden' }
  | { code: 'tenant-not-found' }
  | { code: 'carrier-not-found' }
  | { code: 'carrier-account-not-found' }
  | { code: 'wrong-settings'; faults: SettingFault[] }
  | { code: 'credentials-faulty'; faults: SettingFault[] }
  /** Somebody else changed it since the form was opened. */
  | { code: 'conflict' };

/** How a trial went. `answered`: the carrier let us in, even if it did not know the number. */
export type ConnectionVerdict =
  | { verdict: 'answered'; tariff: string | null }
  | { verdict: 'refused' | 'unreachable'; failure: Failure };

/** Reads one line's answer as a trial of the connection. */
export function judgeConnection(read: Read<{ tariff: { name: string } | null }>): ConnectionVerdict {
  if (read.ok) return { verdict: 'answered', tariff: read.value.tariff?.name ?? null };
  const { failure } = read;
  if (['not_found', 'forbidden_subscriber'].includes(failure.class))
    return { verdict: 'answered', tariff: null };
  const isAway = ['carrier_down', 'unknown_outcome', 'throttled', 'not_ready'].includes(failure.class);
  return { verdict: isAway ? 'unreachable' : 'refused', failure };
}
