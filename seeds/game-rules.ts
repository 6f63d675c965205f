import type { QuestInput } from '#app/features/game/set-quest.ts';
import type { RuleInput } from '#app/features/points/points.ts';

type SeededRule = Pick<RuleInput, 'title' | 'event' | 'points' | 'cap'>;

/** What brings points from the first season on. */
export const firstRules: SeededRule[] = [
  { title: 'Обращение решено', event: 'case-solved', points: 10, cap: { per: 'day', points: 60 } },
  { title: 'Оценка работы', event: 'review-scored', points: 50, cap: null },
  { title: 'Пятёрка абонента', event: 'rating-given', points: 15, cap: { per: 'week', points: 90 } },
  { title: 'Спасибо от коллеги', event: 'kudos-received', points: 5, cap: { per: 'week', points: 15 } },
  { title: 'Предложение в базу знаний', event: 'suggestion-accepted', points: 20, cap: null },
];

/** Tried out for three weeks, two agents apart. */
export const triedRule: SeededRule = {
  title: 'Решено с первого раза',
  event: 'solved-at-first',
  points: 8,
  cap: { per: 'day', points: 40 },
};

/** Begins today: of requests of old nothing is booked. */
export const newRule: SeededRule = {
  title: 'Заявка исполнена',
  event: 'request-done',
  points: 3,
  cap: { per: 'day', points: 30 },
};

export const seededQuests: QuestInput[] = [
  { title: 'Три обращения за день', event: 'case-solved', target: 3, per: 'day' },
  { title: 'Три пятёрки за неделю', event: 'rating-given', target: 3, per: 'week' },
  { title: 'С первого раза', event: 'solved-at-first', target: 4, per: 'week' },
];

export const seededRewards = [
  { title: 'Кофе за счёт центра', note: 'В кофейне на первом этаже', price: 150, stock: 40 },
  { title: 'Выбор смены на неделю', note: 'Первым, до остальных', price: 400, stock: 4 },
  { title: 'Наушники', note: 'Проводные, с шумоподавлением', price: 900, stock: 2 },
  { title: 'Оплаченный выходной', note: 'Согласуйте день с супервайзером', price: 1500, stock: 1 },
];

export const thanksWords = [
  'Подменил на обед, когда всё горело',
  'Помогла разобраться с переносом номера',
  'Терпеливо объяснил новый тариф',
  'Забрала жалобу, с которой я уже не справлялась',
  'За шпаргалку по роумингу, она выручила всю смену',
];

export const pollWords = [
  'Больше бы смен подряд, а не через день',
  'С базой знаний стало легче',
  '',
  'Тише бы в зале',
  '',
  'Спасибо за разбор спорных оценок',
  'Хотелось бы видеть график раньше',
];
