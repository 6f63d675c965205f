import { useCallback, useEffect, useRef, useState } from 'react';
import { sendQuietly } from '#app/components/send-quietly.ts';
import type { Answers } from '#app/features/scorecard/scorecard.ts';
import type { ReviewNote } from './review.ts';

/** A pause in marking after which the server is told. */
const pauseMs = 500;

export type ReviewDraft = { answers: Answers; notes: ReviewNote[] };
export type ReviewForm = ReturnType<typeof useReviewForm>;

/** Marks and notes as they are given; each pause keeps them on the server. */
export function useReviewForm(draftAddress: string, given: ReviewDraft | null) {
  const [draft, setDraft] = useState<ReviewDraft>(given ?? { answers: {}, notes: [] });
  const [state, setState] = useState<'none' | 'saving' | 'saved' | 'unsaved'>('none');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = useCallback(
    (next: (before: ReviewDraft) => ReviewDraft) => {
      setDraft((before) => {
        const after = next(before);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          sendQuietly(draftAddress, after).then(
            () => setState('saved'),
            () => setState('unsaved'),
          );
        }, pauseMs);
        return after;
      });
      setState('saving');
    },
    [draftAddress],
  );
  return {
    ...draft,
    state,
    mark: (itemId: string, mark: number | null) =>
      change((before) => ({ ...before, answers: { ...before.answers, [itemId]: mark } })),
    addNote: (note: ReviewNote) => change((before) => ({ ...before, notes: [...before.notes, note] })),
    removeNote: (at: number) =>
      change((before) => ({ ...before, notes: before.notes.filter((_, index) => index !== at) })),
    /** It is being sent whole: no draft may come after it. */
    stop: () => clearTimeout(timer.current),
  };
}
