import type { Health } from '#app/platform/health.ts';

export type Trouble = 'troubleBreaker' | 'troubleUnconfirmed' | 'troubleParked';

/** What is promised: an unknown outcome is found out, or given to a person, within this. */
const unconfirmedLimitMs = 15 * 60_000;

/** What of the centre's health needs a person, gravest first. */
export function judgeHealth({ accounts, tenants }: Health, now: Date): Trouble[] {
  const isLate = (since: Date | null) =>
    since !== null && now.getTime() - since.getTime() > unconfirmedLimitMs;
  const troubles: [Trouble, boolean][] = [
    ['troubleUnconfirmed', tenants.some(({ oldestUnconfirmedAt }) => isLate(oldestUnconfirmedAt))],
    ['troubleBreaker', accounts.some(({ breaker }) => breaker !== 'closed')],
    ['troubleParked', tenants.some(({ parked }) => parked > 0)],
  ];
  return troubles.filter(([, isThere]) => isThere).map(([trouble]) => trouble);
}
