import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { ListedCall } from './read-call-list.ts';

type Gate = Pick<ListedCall, 'mayCall' | 'rule' | 'callFrom'>;

/** Why somebody is to be called, and whether he may be now, in words. */
export function useCallWords() {
  const { t } = useTranslation('debt');
  const { format, now } = useDesk();
  function why({ broken, days, stepDay, stepText }: ListedCall): string {
    const since = t('calls.late', { days: t('days', { count: days }) });
    if (broken) {
      const told = { sum: format.money(broken.kopecks), on: format.day(new Date(broken.lastOn)) };
      return `${t('calls.broken', told)}, ${since}`;
    }
    if (stepText) return `${since} · ${stepText}`;
    return stepDay === null ? since : `${since} · ${t('calls.step', { day: stepDay })}`;
  }
  function gate({ mayCall, rule, callFrom, takenBy }: Gate & { takenBy?: string | null }): string {
    if (takenBy != null) return t('calls.takenBy', { name: takenBy });
    if (mayCall) return t('calls.now');
    const reason = t(`rule.${ruleWord(rule)}`);
    if (!callFrom) return t('calls.never', { reason });
    return t('calls.from', {
      reason,
      from: `${format.stamp(callFrom, now)} ${format.clock(callFrom).slice(0, 5)}`,
    });
  }
  return { why, gate };
}

const ruleWords = ['mode', 'call-label', 'hours'] as const;

/** Papers and caps are named by their kind; the page of the debtor says more. */
export function ruleWord(rule: string | null): (typeof ruleWords)[number] | 'bar' | 'cap' {
  if (rule?.startsWith('bar-')) return 'bar';
  return ruleWords.find((word) => word === rule) ?? 'cap';
}
