import { parsePhone } from '#app/features/subscriber/phone.ts';

/** What in a text could belong to somebody: numbers in E.164, e-mail addresses in lower case. */
export type Contacts = { msisdns: string[]; emails: string[] };

const typedNumber = /(?<![\w-])(?:\+?7|8)?[\s(-]*9\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?![\w-])/g;
const typedEmail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** A text with more is a list, and its first ones will do to be warned. */
const mostContacts = 20;

/** The phone numbers and addresses that somebody typed or pasted into a text. */
export function contactsIn(text: string): Contacts {
  const numbers = (text.match(typedNumber) ?? []).map((typed) => parsePhone(typed.trim()));
  const msisdns = numbers.flatMap((read) => (read.ok ? [read.value as string] : []));
  const emails = (text.match(typedEmail) ?? []).map((typed) => typed.toLowerCase());
  return { msisdns: unique(msisdns), emails: unique(emails) };
}

export function hasContacts(text: string): boolean {
  const { msisdns, emails } = contactsIn(text);
  return msisdns.length + emails.length > 0;
}

function unique(values: string[]): string[] {
  return [...new Set(values)].slice(0, mostContacts);
}
