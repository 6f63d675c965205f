import type { Entry } from '#app/features/conversation/read-conversation.ts';
import type { Story } from '#app/features/review/read-story.ts';
import { redactText, untold } from '#app/features/subscriber/redact-text.ts';

/** The story of a case for the client company: nobody's name, number, address or file. Other stories are not told. */
export function redactStory(story: Story, names: readonly string[]) {
  if (story?.type !== 'case') return null;
  const { conversation } = story;
  const known = [...names, ...conversation.entries.flatMap(peopleOf)];
  const entries = conversation.entries.map((entry) => redactEntry(entry, known));
  return {
    ...story,
    subject: redactText(story.subject, known),
    conversation: { ...conversation, more: null, entries },
  };
}

function peopleOf(entry: Entry): string[] {
  const named = entry.type === 'message' ? entry.mentions : entry.type === 'event' ? [entry.person] : [];
  return [entry.who, ...named].filter((name) => name !== null);
}

function redactEntry(entry: Entry, names: readonly string[]): Entry {
  const who = entry.who === null ? null : untold;
  if (entry.type === 'contact') return { ...entry, who, isPlayable: false, maskedAddress: null };
  if (entry.type === 'event') {
    const values = Object.entries(entry.values).map(([key, value]) => [
      key,
      typeof value === 'string' ? redactText(value, names) : value,
    ]);
    return { ...entry, who, person: entry.person && untold, values: Object.fromEntries(values) };
  }
  const { body, failure } = entry;
  return {
    ...entry,
    who,
    mentions: [],
    files: [],
    maskedAddress: null,
    body: redactText(body, names),
    failure: failure && redactText(failure, names),
  };
}
