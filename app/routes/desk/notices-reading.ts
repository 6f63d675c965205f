import { z } from 'zod';
import { markAllNotices } from '#app/features/notice/mark-notices.ts';
import { faulty, readForm } from '#app/platform/form.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/notices-reading.ts';

const UpToForm = z.object({ upToId: z.uuid() });

/** All that was shown is read. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(UpToForm, request);
  if (!form.ok) return faulty(form.faults);
  await markAllNotices(requestDeskOf(context), form.value.upToId);
  return { done: true };
}
