import { useTranslation } from 'react-i18next';
import ru from '#app/locales/ru/debt-board.ts';

type RuleKey = keyof typeof ru.rule;

/** A rule of the gate in words; one that is not known by name is another rule. */
export function useRuleWords() {
  const { t } = useTranslation('debtBoard');
  return (rule: string) => t(`rule.${isRule(rule) ? rule : 'other'}`);
}

function isRule(rule: string): rule is RuleKey {
  return Object.hasOwn(ru.rule, rule);
}
