import { textsOf } from '#app/platform/texts.ts';

export function mailTextsOf(language: 'ru' | 'en') {
  return textsOf(language).reportMail.mail;
}

/** Puts values into a text; none of them is read as a text again. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
