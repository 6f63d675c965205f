import { useTranslation } from 'react-i18next';
import { isRuleKey, ruleSources } from './labour-rules.ts';
import type { DatedBreach } from './reckon-roster.ts';

/** A breach with what it is, what it should be and where that stands: «Отдых между сменами: 8 ч вместо 12 ч». */
export function useBreachWords(): (breach: DatedBreach) => string {
  const { t } = useTranslation('shift');
  return ({ rule, found, limit }) => {
    const article = isRuleKey(rule) ? ruleSources[rule].article : null;
    const values = { found: sizeOf(found, rule), limit: sizeOf(limit, rule) };
    const said = t(`breach.${rule}`, values);
    return article === null ? said : `${said} (${t('article', { article })})`;
  };

  function sizeOf(value: number, rule: string): string {
    const isCount = /in-a-row$|weekends/.test(rule) && rule !== 'two-in-a-row';
    return isCount ? String(value) : t('hours', { hours: value / 60 });
  }
}

/** What a rule is called, with its article: «еженедельный отдых (ТК РФ, ст. 110)». */
export function useRuleWords(): (rule: DatedBreach['rule']) => string {
  const { t } = useTranslation('shift');
  return (rule) => {
    const said = t(`rule.${rule}`);
    const article = isRuleKey(rule) ? ruleSources[rule].article : null;
    return article === null ? said : `${said} (${t('article', { article })})`;
  };
}
