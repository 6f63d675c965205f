import { type ChurnReasonCode, churnReasonCodes } from './churn-reasons.ts';

/** What had better not be said to somebody who may leave; the words: `churn:avoid.<advice>`. */
export const advices = [
  'score',
  'watching',
  'debt',
  'sell',
  'promise-network',
  'blame-carrier',
  'price',
] as const;
export type Advice = (typeof advices)[number];

const byReason: Partial<Record<ChurnReasonCode, Advice>> = {
  'uses-less': 'watching',
  'pays-for-little-use': 'watching',
  complained: 'sell',
  'rated-low': 'sell',
  waited: 'sell',
  refusals: 'blame-carrier',
  carrier: 'promise-network',
  'pays-late': 'debt',
  'balance-low': 'debt',
  'pays-more': 'price',
};
const most = 3;

/** The score itself is never spoken of; the others follow from what raised it. */
export function adviceFor(reasons: readonly string[]): Advice[] {
  const own = reasons.flatMap((reason) => byReason[codeOf(reason) ?? 'tariff'] ?? []);
  return [...new Set<Advice>(['score', ...own])].slice(0, most);
}

/** The code of a stored reason, `uses-less:40`; null: it is not known any more. */
export function codeOf(reason: string): ChurnReasonCode | null {
  const [code] = reason.split(':');
  return churnReasonCodes.find((one) => one === code) ?? null;
}
