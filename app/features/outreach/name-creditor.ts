import type { ContactRules } from './contact-facts.ts';

/** Every message says who speaks and where he is called back (230-FZ, art. 7). What it says already is not repeated. */
export function nameCreditor(
  text: string,
  rules: Pick<ContactRules, 'creditorName' | 'creditorPhone'> | null,
): string {
  if (!rules) return text;
  const digits = (words: string) => words.replace(/\D/g, '');
  const isNamed = text.includes(rules.creditorName);
  const isReachable = digits(text).includes(digits(rules.creditorPhone).slice(-10));
  const missing = [isNamed ? [] : rules.creditorName, isReachable ? [] : rules.creditorPhone].flat();
  return missing.length > 0 ? `${text}\n${missing.join(', ')}` : text;
}
