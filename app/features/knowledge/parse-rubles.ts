/** Kopecks of «1 200,50 ₽»; `null`: nothing is said; `undefined`: it is no sum of money. */
export function parseRubles(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00A0\u202F]|₽|руб\.?/gi, '');
  if (bare === '' || bare === '—' || bare === '-') return null;
  const [, rubles, kopecks = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(bare) ?? [];
  if (rubles === undefined) return undefined;
  return Number(rubles) * 100 + Number(kopecks.padEnd(2, '0'));
}
