import { z } from 'zod';
import { type DepartureKind, departureKinds, type LeavingReason, leavingReasons } from './churn.ts';

/** That a line left, as somebody tells it; `on` is a date of the tenant's zone. */
export const DepartureInput = z.strictObject({
  lineId: z.string().min(1),
  kind: z.enum(departureKinds),
  on: z.iso.date('date'),
  reason: z.enum(leavingReasons),
  note: z.string().trim().max(500).nullish(),
});
export type DepartureInput = z.infer<typeof DepartureInput>;

export const ReturnInput = DepartureInput.pick({ on: true });

export type KnownDeparture = {
  id: string;
  kind: DepartureKind;
  on: string;
  reason: LeavingReason;
  note: string | null;
  returnedOn: string | null;
};

export type DepartureFault =
  | { code: 'departure-ahead' }
  /** The line was not his yet. */
  | { code: 'departure-before-joined'; joinedOn: string }
  /** It lies within another absence, or after one that is not over. */
  | { code: 'already-left'; on: string }
  | { code: 'not-left' }
  | { code: 'return-before-departure'; on: string };

export type DepartureDecision =
  | { do: 'insert' }
  | { do: 'change'; id: string; set: Partial<Pick<KnownDeparture, 'kind' | 'reason' | 'note'>> }
  | { do: 'nothing'; id: string }
  | { do: 'refuse'; fault: DepartureFault };

type Told = Omit<DepartureInput, 'lineId'>;

/**
 * What follows when somebody tells that a line left. Told twice it changes nothing; a reason that was not known is taken
 * over, and what was only noticed as silence gives way to how he really went. The day of the departure stays the first
 * that was told: what was counted until then stays counted.
 */
export function decideDeparture(
  known: readonly KnownDeparture[],
  joinedOn: string,
  told: Told,
  today: string,
): DepartureDecision {
  const { on } = told;
  if (on > today) return { do: 'refuse', fault: { code: 'departure-ahead' } };
  if (on < joinedOn) return { do: 'refuse', fault: { code: 'departure-before-joined', joinedOn } };
  const open = known.find(({ returnedOn }) => returnedOn === null);
  if (open) return tellMore(open, told);
  const same = known.find((one) => one.on === on && one.kind === told.kind);
  if (same) return { do: 'nothing', id: same.id };
  const within = known.find((one) => one.returnedOn !== null && one.on <= on && on < one.returnedOn);
  const before = known.find((one) => one.on >= on);
  const other = within ?? before;
  return other ? { do: 'refuse', fault: { code: 'already-left', on: other.on } } : { do: 'insert' };
}

function tellMore(open: KnownDeparture, told: Told): DepartureDecision {
  const isKnownBetter = open.kind === 'silent' && told.kind !== 'silent';
  if (!isKnownBetter && told.kind !== open.kind)
    return { do: 'refuse', fault: { code: 'already-left', on: open.on } };
  const set = {
    ...(isKnownBetter ? { kind: told.kind } : {}),
    ...(open.reason === 'unknown' && told.reason !== 'unknown' ? { reason: told.reason } : {}),
    ...(!open.note && told.note ? { note: told.note } : {}),
  };
  return Object.keys(set).length > 0 ? { do: 'change', id: open.id, set } : { do: 'nothing', id: open.id };
}

/** He came back on a day: the absence that is not over ends, and the day counts as active again. */
export function decideReturn(
  known: readonly KnownDeparture[],
  on: string,
  today: string,
): { do: 'close'; id: string } | { do: 'refuse'; fault: DepartureFault } {
  if (on > today) return { do: 'refuse', fault: { code: 'departure-ahead' } };
  const open = known.find(({ returnedOn }) => returnedOn === null);
  if (!open) return { do: 'refuse', fault: { code: 'not-left' } };
  return on < open.on
    ? { do: 'refuse', fault: { code: 'return-before-departure', on: open.on } }
    : { do: 'close', id: open.id };
}
