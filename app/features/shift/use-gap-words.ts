import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { GapReason } from '#app/features/roster/shift-answer.ts';
import { useRuleWords } from './use-breach-words.ts';

/** The words of a gap: how many of whom are short, and of how many people what stands in the way. */
export function useGapWords() {
  const { t } = useTranslation('shift');
  const { carrierTitle } = useDesk();
  const ruleWords = useRuleWords();
  return {
    short(skill: string, count: number): string {
      return skill === '' ? t('short', { count }) : t('shortOf', { count, carrier: carrierTitle(skill) });
    },
    work(skills: readonly string[]): string {
      return skills.map((skill) => (skill === '' ? t('why.anyWork') : carrierTitle(skill))).join(', ');
    },
    reason(reason: GapReason): string {
      const { people } = reason;
      if (reason.code === 'away') return t(`why.reason.${reason.why}`, { people });
      if (reason.code !== 'rule') return t(`why.reason.${reason.code}`, { people });
      return t('why.reason.rule', { people, rule: ruleWords(reason.rule) });
    },
  };
}
