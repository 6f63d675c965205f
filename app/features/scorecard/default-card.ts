import type { CardContent, CardItem } from './scorecard.ts';

/**
 * The card of the trade: what the outsourcer promises of a call. Its texts are the tenant's own, as all of a card
 * is, and may be changed before it first holds.
 */
export const defaultCardTitle = 'Разговор и решение';
export const defaultCard: CardContent = {
  capPercent: 60,
  sections: [
    {
      id: 'voice',
      title: 'Как говорил',
      weight: 2,
      items: [
        item(
          'smile',
          'Улыбка в голосе',
          'Слышно, что человеку рады: тон тёплый, не заученный.',
          'points-5',
          3,
        ),
        item(
          'emotion',
          'Дал эмоциям выйти',
          'Не перебивал и не одёргивал, даже когда абонент сердился; назвал его чувство и только потом решал.',
          'points-4',
          3,
        ),
        item(
          'no-script',
          'Без бумажки',
          'Свои слова, а не скрипт: отвечал на сказанное, а не по тексту.',
          'points-3',
          2,
        ),
      ],
    },
    {
      id: 'work',
      title: 'Что сделал',
      weight: 3,
      items: [
        item('answer', 'Верный ответ', 'Сказанное верно и полно для этого тарифа и оператора.', 'yes-no', 4, {
          family: 'customer',
          effect: 'zero',
        }),
        item('promise', 'Обещанное выполнено', 'Что пообещал, записано и сделано в срок.', 'yes-no', 3, {
          family: 'business',
          effect: 'cap',
        }),
        item('needs', 'Понял, зачем звонят', 'Вопросы до ответа, а не после; лишних нет.', 'points-4', 2),
      ],
    },
    {
      id: 'law',
      title: 'По закону',
      weight: 1,
      items: [
        item(
          'data',
          'Данные защищены',
          'Убедился, кто говорит, прежде чем назвать личное; ничего не назвал чужому.',
          'yes-no',
          1,
          { family: 'compliance', effect: 'zero' },
        ),
      ],
    },
  ],
};

function item(
  id: string,
  title: string,
  hint: string,
  scale: CardItem['scale'],
  weight: number,
  critical: CardItem['critical'] = null,
): CardItem {
  return { id, title, hint, scale, weight, critical };
}
