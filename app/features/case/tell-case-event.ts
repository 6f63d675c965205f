import type { CaseEventRow } from '#db/tenant/queries/cases.ts';

/** `text`: a key of `case:event`. The values are its words; people are told by id, to be named by the reader. */
export type CaseSentence = { text: string; values: Record<string, string | number>; person: string | null };

/** What the conversation itself shows. */
const shownElsewhere = ['noted', 'reply-written', 'subscriber-wrote', 'first-message', 'incident-told'];

/** Which sentence an event of a case is; none: its message says it. */
export function tellCaseEvent({ event, note, actor }: Pick<CaseEventRow, 'event' | 'note' | 'actor'>) {
  if (shownElsewhere.includes(event)) return null;
  if (event === 'answered' && note?.messageId) return null;
  const person = typeof note?.to === 'string' && event === 'assigned' ? note.to : null;
  if (event === 'assigned' && (person === null || person === actor)) return sentence('taken');
  if (event === 'classified') return tellClassification(note);
  return { ...sentence(event, wordsOf(note)), person };
}

function sentence(text: string, values: CaseSentence['values'] = {}): CaseSentence {
  return { text, values, person: null };
}

function tellClassification(note: CaseEventRow['note']): CaseSentence {
  const after = (note?.after ?? {}) as Record<string, string>;
  const [field = 'kind'] = Object.keys(after);
  return sentence(`classified-${field}`, { value: after[field] ?? '' });
}

/** The simple values of a note: words, numbers, moments as text. */
function wordsOf(note: CaseEventRow['note']): CaseSentence['values'] {
  const simple = Object.entries(note ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return Object.fromEntries(simple);
}
