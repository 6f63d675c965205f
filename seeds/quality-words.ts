import type { ReviewNote } from '#app/features/review/review.ts';
import {
  type Answers,
  type CardContent,
  isError,
  itemsOf,
  marksOf,
  twelfthsOf,
} from '#app/features/scorecard/scorecard.ts';
import type { Draws } from './draws.ts';

/** Better people miss less: what each of them misses most, of a hundred. */
const misses = [6, 10, 14, 18, 24, 30];

/** Marks of one piece of work of the agent of that rank. */
export function drawMarks(draws: Draws, card: CardContent, rank: number): Answers {
  const missed = (misses[rank % misses.length] ?? 12) / 100;
  return Object.fromEntries(
    itemsOf(card).map(({ id, scale, critical }) => {
      if (draws.chance(id === 'promise' ? 0.35 : 0.04)) return [id, null];
      const marks = marksOf(scale);
      // What harms somebody is rarer than a dull voice.
      const isMissed = draws.chance(critical ? missed / 3 : missed * 1.6);
      const best = marks.at(-1) ?? 1;
      return [id, isMissed ? draws.pick(marks.slice(0, -1)) : best];
    }),
  );
}

/** The same work through the eyes of a reviewer who leans to lower (−1) or higher (+1) marks. */
export function leanMarks(draws: Draws, card: CardContent, truth: Answers, lean: -1 | 0 | 1): Answers {
  return Object.fromEntries(
    itemsOf(card).map(({ id, scale }) => {
      const mark = truth[id] ?? null;
      if (mark === null) return [id, null];
      const marks = marksOf(scale);
      // About a yes or a no people differ less than about a shade.
      const most = scale === 'yes-no' ? 0.05 : 0.25;
      const by = draws.chance(most) ? lean : draws.chance(most / 4) ? draws.pick([-1, 1]) : 0;
      return [id, marks[marks.indexOf(mark) + by] ?? mark];
    }),
  );
}

const said: Record<string, string[]> = {
  smile: ['Голос усталый, абонент это услышал', 'В начале тепло, к концу разговора ровно и сухо'],
  emotion: ['Перебил на второй фразе: сначала дайте договорить', 'Не назвал чувство, сразу пошёл решать'],
  'no-script': ['Зачитан текст о тарифе, спрашивали о другом'],
  answer: ['Условия опции сменились в этом месяце, ответ по старым', 'Назван не тот день списания'],
  promise: ['Обещан звонок до вечера, в обращении его нет'],
  needs: ['Вопрос о номере задан дважды'],
  data: ['Дата рождения названа до проверки, кто говорит'],
};

/** Calls last longer. */
const lastSecond = 38;

/** A word to what was marked down, as a reviewer would leave it; to a call mostly where it is heard. */
export function reviewNotes(
  draws: Draws,
  card: CardContent,
  { answers, isCall }: { answers: Answers; isCall: boolean },
): ReviewNote[] {
  return itemsOf(card).flatMap(({ id, scale, critical }) => {
    const mark = answers[id];
    if (mark === null || mark === undefined || twelfthsOf(scale, mark) === 12) return [];
    const isTold = (critical !== null && isError(scale, mark)) || draws.chance(0.6);
    if (!isTold) return [];
    const atSecond = isCall && draws.chance(0.8) ? draws.int(2, lastSecond) : null;
    return [{ text: draws.pick(said[id] ?? ['Можно лучше']), itemId: id, atSecond }];
  });
}

type DisputeWords = { comment: string; item: string; isRight: boolean; verdict: string | null };
/** The newest waits; then one that was won, and one that was lost. */
export const disputeWords: readonly [DisputeWords, ...DisputeWords[]] = [
  {
    comment: 'Прошу посмотреть ещё раз: я отвечала после проверки у оператора.',
    item: 'Ответ проверен у оператора',
    isRight: true,
    verdict: null,
  },
  {
    comment: 'Прошу перечитать обращение с начала: там сказано больше, чем учтено.',
    item: 'Сказано в самом начале',
    isRight: true,
    verdict: 'Перечитали с начала: агент прав, это было сказано.',
  },
  {
    comment: 'Абонент остался доволен и сам поблагодарил.',
    item: 'Абонент поблагодарил в конце',
    isRight: false,
    verdict: 'Поблагодарил за решение, но спорный пункт не об этом. Оценка остаётся.',
  },
];

export const ratingWords = {
  good: [
    'Спасибо, всё быстро!',
    'Очень вежливо, спасибо',
    'Решили за пять минут',
    'Наконец-то живой человек',
  ],
  bad: ['Долго ждал ответа', 'Пришлось объяснять дважды', 'Обещали перезвонить и не перезвонили'],
};
