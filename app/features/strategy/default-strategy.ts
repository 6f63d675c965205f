import type { StrategyRules } from '#app/features/ladder/strategy.ts';

const signed = 'Вопросы — {creditor}, {phone}.';

/** From what a new strategy begins: words before the due date, then messages, a call, a proposal to suspend. */
export const defaultStrategy: StrategyRules = {
  entry: { leastKopecks: 10_000, subscribers: 'all', carriers: [], leastRiskPerMille: 0 },
  steps: [
    { day: -3, action: 'sms', text: '{name}, {due} срок оплаты связи: {sum}.' },
    { day: 1, action: 'sms', text: `{name}, счёт на {sum} не оплачен. Срок был {due}. ${signed}` },
    {
      day: 5,
      action: 'email',
      text: `Здравствуйте, {name}! Счёт на {sum} не оплачен уже {days} дн. Если оплатить сразу трудно, дадим отсрочку. ${signed}`,
    },
    { day: 10, action: 'call', text: '' },
    { day: 20, action: 'sms', text: `{name}, долг {sum}. Связь может быть приостановлена. ${signed}` },
    { day: 30, action: 'suspension', text: '' },
  ],
  costs: { email: 10, sms: 350, messenger: 120, robot: 600, call: 4500, letter: 9000 },
};
