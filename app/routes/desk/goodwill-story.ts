import { z } from 'zod';
import { tellStory } from '#app/features/goodwill/tell-outcome.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/goodwill-story.ts';

const StoryForm = z.object({ story: z.string().max(1000, 'long') });

/** Tells a decision to all, or takes its story back. */
export async function action({ request, params: { decisionId }, context }: Route.ActionArgs) {
  const form = await readForm(StoryForm, request);
  if (!form.ok) return faulty(form.faults);
  const told = await tellStory(requestDeskOf(context), { decisionId, ...form.value });
  return told.ok ? { done: true } : refusal(told.error);
}
