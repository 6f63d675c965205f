import { useDesk } from '#app/components/use-desk.ts';
import { ClockChip } from '#app/features/sla/clock-chip.tsx';
import type { NearestTarget } from '#app/features/sla/nearest-target.ts';

type ClockProps = { caseId: string; clock: NearestTarget | null; at: number };

/** The clock of a case, wherever a case is shown; nothing where nothing is counted. */
export function CaseClock({ caseId, clock, at }: ClockProps) {
  const { home } = useDesk();
  if (!clock) return null;
  return <ClockChip clock={clock} at={at} ledger={`${home}/cases/${caseId}/clock`} />;
}
