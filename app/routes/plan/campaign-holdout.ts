import { v7 as uuid } from 'uuid';
import { HoldoutInput, setHoldout } from '#app/features/campaign/set-holdout.ts';
import { campaignDeskOf } from '#app/platform/campaign-desk.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import type { Route } from './+types/campaign-holdout.ts';

/** Sets whom every campaign leaves alone. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(HoldoutInput, request);
  if (!form.ok) return faulty(form.faults);
  const drawn = { id: uuid(), salt: crypto.randomUUID() };
  const set = await setHoldout(campaignDeskOf(context), { ...drawn, ...form.value });
  return set.ok ? { done: true } : refusal(set.error);
}
