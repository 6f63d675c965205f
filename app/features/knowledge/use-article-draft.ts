import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigation } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { type ArticleDraft, differs, readDraft } from './article-draft.ts';
import type { ArticleDetail } from './read-knowledge.ts';

type Article = ArticleDetail['article'];

/**
 * What is typed into the form of an article, kept in this browser until it is saved: it outlives a refresh and
 * the end of a session. `restored`: what the form begins with instead of the article.
 */
export function useArticleDraft(article: Article | null) {
  const { person, workplace } = useDesk();
  const key = `pult-article:${person.email}:${workplace.slug}:${article?.id ?? 'new'}`;
  const [restored, setRestored] = useState<ArticleDraft | null>(null);
  const [turn, setTurn] = useState(0);
  const version = useRef(article?.version ?? null);
  // The server knows nothing of this browser, so what is kept here is looked at once the page is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a form
  useEffect(() => {
    const kept = readDraft(localStorage.getItem(key));
    if (!kept || !differs(kept, article)) return;
    setRestored(kept);
    setTurn((before) => before + 1);
  }, [key]);
  const isSaving = useNavigation().formMethod === 'POST';
  useForgetSaved(key, isSaving);
  const keep = useCallback(
    ({ currentTarget }: FormEvent<HTMLFormElement>) => {
      const fields = [...new FormData(currentTarget)].filter(
        (field): field is [string, string] => typeof field[1] === 'string',
      );
      const values = Object.fromEntries(fields);
      const draft: ArticleDraft = { version: version.current, values, savedAt: Date.now() };
      localStorage.setItem(key, JSON.stringify(draft));
    },
    [key],
  );
  const discard = () => {
    localStorage.removeItem(key);
    setRestored(null);
    setTurn((before) => before + 1);
  };
  const isOld = restored !== null && restored.version !== version.current;
  return { restored, turn, isOld, version: version.current, keep, discard };
}

/** A form that leads elsewhere was saved; to the door only because the session has ended. */
function useForgetSaved(key: string, isSaving: boolean): void {
  const wasSaving = useRef(false);
  useEffect(() => {
    wasSaving.current = isSaving;
  }, [isSaving]);
  useEffect(
    () => () => {
      if (wasSaving.current && !location.pathname.startsWith('/sign-in')) localStorage.removeItem(key);
    },
    [key],
  );
}
