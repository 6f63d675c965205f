/** What keeps people from a gap, what no plan can cover, and why a shift is there. */
export default {
  title: 'Почему эта смена',
  reading: 'Читаем причины.',
  unread: 'Не удалось прочитать причины. Закройте и откройте ещё раз.',
  pinned: 'Закреплена: расчёт её не трогает',
  needed: '{{who}}: без неё не хватало бы {{hours, number(maximumFractionDigits: 1)}} ч',
  spare:
    'Сверх нужного {{hours, number(maximumFractionDigits: 1)}} ч: короче или в другое время было бы хуже',
  'wish-granted': 'Пожелание исполнено: {{wish}}',
  'wish-denied': 'Пожелание не исполнено: {{wish}}',
  agreed: {
    week: 'Без неё за неделю вышло бы на {{hours, number(maximumFractionDigits: 1)}} ч меньше договора',
    period:
      'Без неё за весь график вышло бы на {{hours, number(maximumFractionDigits: 1)}} ч меньше договора',
  },
  could: 'могли бы, но так выходит не хуже: {{people}}',
  others: 'Почему не другие: {{others}}',
  reason: {
    'lacks-skill': 'без допуска или навыка: {{people}}',
    'on-shift': 'уже на смене: {{people}}',
    'no-template': 'нет подходящего шаблона: {{people}}',
    'needed-elsewhere': 'нужнее в другое время: {{people}}',
    leave: 'в отпуске: {{people}}',
    sick: 'болеют: {{people}}',
    training: 'на обучении: {{people}}',
    unavailable: 'не могут в это время: {{people}}',
    rule: 'мешает правило «{{rule}}»: {{people}}',
  },
  lacks: 'Всё закрыть этими людьми нельзя, как их ни ставь',
  lackHours_one:
    '{{who}}: по договорам не хватает {{hours, number(maximumFractionDigits: 1)}} ч — нужен ещё {{count}} человек',
  lackHours_few:
    '{{who}}: по договорам не хватает {{hours, number(maximumFractionDigits: 1)}} ч — нужны ещё {{count}} человека',
  lackHours_many:
    '{{who}}: по договорам не хватает {{hours, number(maximumFractionDigits: 1)}} ч — нужно ещё {{count}} человек',
  lackHours_other:
    '{{who}}: по договорам не хватает {{hours, number(maximumFractionDigits: 1)}} ч — нужно ещё {{count}} человека',
  lackHeads: '{{who}}, {{when}}: людей, которые могут работать, на {{people}} меньше, чем нужно',
  anyWork: 'Вся работа',
};
