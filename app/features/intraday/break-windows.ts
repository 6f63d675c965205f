import type { Span } from '#app/features/adherence/adherence.ts';
import type { PlanTemplate } from '#app/features/shift/plan-facts.ts';
import type { PublishedShiftRow } from '#db/tenant/queries/shifts.ts';

const minuteMs = 60_000;

/** When each break of a shift may begin, by its template; null: of its own kind, and nobody moves it. */
export function breakWindows(
  {
    startsAt,
    endsAt,
    breaks,
    templateId,
  }: Pick<PublishedShiftRow, 'startsAt' | 'endsAt' | 'breaks' | 'templateId'>,
  templates: readonly PlanTemplate[],
): (Span | null)[] {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / minuteMs;
  const template = templates.find(({ id }) => id === templateId);
  const plans = template?.presences.find((one) => one.minutes === minutes)?.breaks ?? [];
  return breaks.map((_, place) => {
    const plan = plans[place];
    if (!plan || plans.length !== breaks.length) return null;
    const at = (offset: number) => startsAt.getTime() + offset * minuteMs;
    return { from: at(plan.earliest), to: at(plan.latest) };
  });
}
