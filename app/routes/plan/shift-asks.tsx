import { SettingsForm, setShiftSettings } from '#app/features/my-shifts/set-shift-settings.ts';
import { AsksPage } from '#app/features/shift-market/asks-page.tsx';
import { readAsks } from '#app/features/shift-market/read-asks.ts';
import { workplaceContext } from '#app/platform/context.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { demand } from '#app/platform/guards.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { titleOf } from '#app/platform/page-title.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-asks.ts';

export function loader({ context }: Route.LoaderArgs) {
  demand(context.get(workplaceContext).actor, 'shift:approve');
  return readAsks(shiftDeskOf(context));
}

/** Says how the roster rules the desk. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(SettingsForm, request);
  if (!form.ok) return faulty(form.faults);
  const done = await setShiftSettings(shiftDeskOf(context), form.value);
  return done.ok ? { done: true } : refusal(done.error);
}

export const meta: Route.MetaFunction = ({ matches }) => titleOf(matches, (texts) => texts.life.asks.title);

export default function ShiftAsks({ loaderData }: Route.ComponentProps) {
  return <AsksPage {...loaderData} />;
}

export { PageFailure as ErrorBoundary } from '#app/components/failure-page.tsx';
