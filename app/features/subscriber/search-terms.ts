/** What a subscriber is found by. Numbers are E.164. */
export type Findable = { name: string; contractNumber: string; msisdns: readonly string[] };

/**
 * What a query asks for; each part that fits is looked up. `words`: prefixes that must all be found.
 * `contract`: a prefix of the contract number without its punctuation. `lastDigits`: of a phone number.
 */
export type SearchQuery = {
  words: string[];
  contract: string | null;
  lastDigits: string | null;
  requestNumber: number | null;
};

function fold(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ё', 'е');
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function reverse(digits: string): string {
  return [...digits].reverse().join('');
}

/** The term under which a number is found by its last digits. */
export function digitsTerm(lastDigits: string): string {
  return `#${reverse(lastDigits)}`;
}

/** The rows of `search_terms` of one subscriber, each once. */
export function searchTermsOf({ name, contractNumber, msisdns }: Findable): string[] {
  const numbers = msisdns.map((msisdn) => digitsTerm(msisdn.slice(-10)));
  return [...new Set([...wordsOf(name), wordsOf(contractNumber).join(''), ...numbers])].filter(Boolean);
}

/** `null`: nothing to look for; a single letter would find half of the base. */
export function readSearchQuery(text: string): SearchQuery | null {
  const words = [...new Set(wordsOf(text.slice(0, 200)))].slice(0, 6);
  const compact = words.join('');
  const requestNumber = requestNumberOf(text);
  if (compact.length < 2 && requestNumber === null) return null;
  return {
    words: words.some((word) => word.length > 1) ? words : [],
    contract: compact.length > 1 && /\d/.test(compact) ? wordsOf(text).join('') : null,
    lastDigits: lastDigitsOf(text),
    requestNumber,
  };
}

function lastDigitsOf(text: string): string | null {
  if (/[^\d\s+().\-‐-―]/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  if (/^[78]\d{10}$/.test(digits)) return digits.slice(1);
  return digits.length >= 4 && digits.length <= 10 ? digits : null;
}

function requestNumberOf(text: string): number | null {
  const digits = /^\s*[#№]?\s*(\d{1,9})\s*$/.exec(text)?.[1];
  return digits ? Number(digits) : null;
}
