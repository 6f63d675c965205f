import { seeNews } from '#app/features/admission/see-news.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { knowledgeDeskOf } from '#app/platform/knowledge-desk.ts';
import type { Route } from './+types/admission-news.ts';

/** This person has seen that he was given a pass. */
export async function action({ context }: Route.ActionArgs) {
  const seen = await seeNews(knowledgeDeskOf(context));
  return seen.ok ? { ok: true } : refusal(seen.error);
}
