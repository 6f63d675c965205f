import { useState } from 'react';
import { useFetcher } from 'react-router';
import type { QuestionInput } from './admission.ts';

export type EditedOption = { id: number; text: string; isRight: boolean };
/** A question while it is written: its options with their marks, its number as it was typed. */
export type EditedQuestion = Omit<QuestionInput, 'options' | 'key'> & {
  options: EditedOption[];
  value: string;
  tolerance: string;
};

const blank: EditedQuestion = {
  carrier: null,
  topic: '',
  kind: 'one',
  body: '',
  explanation: '',
  articleId: null,
  options: [0, 1, 2].map((id) => ({ id, text: '', isRight: false })),
  value: '',
  tolerance: '0',
};

/** `known`: what is revised and its version; `null`: a new one. */
export function useQuestionForm(known: { question: EditedQuestion; version: number } | null) {
  const [form, setForm] = useState<EditedQuestion>(known?.question ?? blank);
  const fetcher = useFetcher();
  return {
    form,
    fetcher,
    set: (part: Partial<EditedQuestion>) => setForm((before) => ({ ...before, ...part })),
    save() {
      const body = { version: known?.version ?? 0, question: inputOf(form) };
      void fetcher.submit(body, { method: 'post', encType: 'application/json' });
    },
  };
}

/** Options left empty are none. */
function inputOf({ options, value, tolerance, ...words }: EditedQuestion): QuestionInput {
  if (words.kind === 'number') return { ...words, options: [], key: [value, tolerance].map(numberOf) };
  const written = options.filter(({ text }) => text.trim() !== '');
  const key = written.flatMap(({ isRight }, place) => (isRight ? [place] : []));
  return { ...words, options: written.map(({ text }) => text), key };
}

/** JSON knows no number that is none: it becomes null, which is refused beside the field. */
function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

/** A stored question as it is edited. */
export function editedOf({ options, key, ...words }: QuestionInput): EditedQuestion {
  const isNumber = words.kind === 'number';
  const [value = '', tolerance = 0] = isNumber ? key : [];
  return {
    ...words,
    options: isNumber ? blank.options : options.map((text, id) => ({ id, text, isRight: key.includes(id) })),
    value: String(value),
    tolerance: String(tolerance),
  };
}
