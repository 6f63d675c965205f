import { endSickness } from '#app/features/my-shifts/call-sick.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { shiftDeskOf } from '#app/platform/shift-desk.ts';
import type { Route } from './+types/shift-recovery.ts';

/** He is well again. */
export async function action({ params, context }: Route.ActionArgs) {
  const done = await endSickness(shiftDeskOf(context), params);
  return done.ok ? { done: done.value ?? true } : refusal(done.error);
}
