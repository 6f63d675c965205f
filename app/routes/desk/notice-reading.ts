import { markNotice } from '#app/features/notice/mark-notices.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { requestDeskOf } from '#app/platform/request-desk.ts';
import type { Route } from './+types/notice-reading.ts';

/** One notice of one's own is read. */
export async function action({ params, context }: Route.ActionArgs) {
  const marked = await markNotice(requestDeskOf(context), params.noticeId);
  return marked.ok ? { done: true } : refusal(marked.error);
}
