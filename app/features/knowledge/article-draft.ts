import { z } from 'zod';

const Kept = z.object({
  /** Of which version of the article it is an edit; `null`: of none, it is new. */
  version: z.int().nullable(),
  values: z.record(z.string(), z.string()),
  /** Epoch ms. */
  savedAt: z.number(),
});
/** What was typed into the form of an article and not saved. */
export type ArticleDraft = z.infer<typeof Kept>;

/** What this browser kept; what cannot be read, or has no text, is nothing. */
export function readDraft(text: string | null): ArticleDraft | null {
  const parsed = Kept.safeParse(parseJson(text ?? ''));
  if (!parsed.success) return null;
  const { title = '', body = '' } = parsed.data.values;
  return title.trim() || body.trim() ? parsed.data : null;
}

/** Whether it says anything that the article does not. */
export function differs({ values }: ArticleDraft, article: { title: string; body: string } | null): boolean {
  return values.title !== (article?.title ?? '') || values.body !== (article?.body ?? '');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
