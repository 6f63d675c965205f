import type { StrategyRules } from '#app/features/ladder/strategy.ts';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';

const signed = '{creditor}, {phone}';

/** The two ways of collecting that the demo compares. */
export const ladderStrategies: { name: string; rules: StrategyRules }[] = [
  { name: 'Основная', rules: defaultStrategy },
  {
    name: 'Мягкая: реже и раньше голосом',
    rules: {
      ...defaultStrategy,
      steps: [
        { day: -3, action: 'sms', text: '{name}, {due} срок оплаты связи: {sum}.' },
        {
          day: 2,
          action: 'messenger',
          text: `{name}, похоже, счёт на {sum} затерялся. Оплатите, когда будет удобно, или напишите нам. ${signed}`,
        },
        { day: 7, action: 'call', text: '' },
        { day: 20, action: 'sms', text: `{name}, долг {sum}. Давайте решим, как его закрыть. ${signed}` },
        { day: 35, action: 'suspension', text: '' },
      ],
    },
  },
];
