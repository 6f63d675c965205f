import type { CampaignKind } from './campaign.ts';
import type { PlanInput } from './campaign-input.ts';

type Ready = Omit<PlanInput, 'name' | 'seen' | 'pool'>;

const figures = { controlPercent: 20, windowDays: 60, contactKopecks: 300, callsADay: 100 } as const;
const base = { ...figures, offerId: null };

/** The three kinds as they are begun: each is a whole plan that can be frozen once it is looked through. */
export const readyMade: Record<CampaignKind, Ready> = {
  prevention: {
    ...figures,
    purpose: 'advertising',
    conditions: [
      { field: 'risk', is: 'at-least', value: 300 },
      { field: 'tenure-months', is: 'at-least', value: 3 },
    ],
    steps: [
      {
        afterDays: 0,
        onlyIf: 'always',
        channel: 'sms',
        offerId: base.offerId,
        text: '{name}, спасибо, что вы с нами. Хотим предложить условия лучше ваших: позвоните, {phone}. {creditor}',
      },
      {
        afterDays: 5,
        onlyIf: 'not-reached',
        channel: 'call',
        offerId: base.offerId,
        text: 'Спросите, всем ли доволен. Выслушайте, поблагодарите за замечания, предложите подходящий тариф.',
      },
    ],
  },
  'win-back': {
    ...figures,
    windowDays: 90,
    purpose: 'advertising',
    conditions: [
      { field: 'days-since-left', is: 'at-least', value: 14 },
      { field: 'days-since-left', is: 'at-most', value: 120 },
      { field: 'left-because', is: 'none-of', values: ['debt', 'moved'] },
    ],
    steps: [
      {
        afterDays: 0,
        onlyIf: 'always',
        channel: 'call',
        offerId: base.offerId,
        text: 'Повторное подключение. Спросите, как ему там, где он теперь, и что изменилось у нас с его ухода.',
      },
      {
        afterDays: 14,
        onlyIf: 'not-reached',
        channel: 'sms',
        offerId: base.offerId,
        text: '{name}, мы изменили то, из-за чего вы ушли. Вернуться с прежним номером: {phone}. {creditor}',
      },
    ],
  },
  information: {
    ...figures,
    windowDays: 30,
    purpose: 'service',
    conditions: [{ field: 'region', is: 'any-of', values: ['Europe/Moscow'] }],
    steps: [
      {
        afterDays: 0,
        onlyIf: 'always',
        channel: 'cabinet',
        offerId: base.offerId,
        text: '{name}, там, где вы бываете, связь стала лучше: включены новые базовые станции. {creditor}, {phone}',
      },
    ],
  },
};
