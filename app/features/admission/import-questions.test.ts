import { expect, test } from 'vitest';
import { getBankQuestion, listBank } from '#db/tenant/queries/admission.ts';
import { lead, openAdmissionWorld, unwrap } from '#tests/setup/test-admission.ts';
import { importQuestions, readQuestionPlan, showQuestionPlan } from './import-questions.ts';
import { reviseQuestion } from './write-question.ts';

const head = 'тема;оператор;вопрос;варианты;число;отклонение;объяснение;статья';
const tableOf = (...rows: string[]) => ({ text: [head, ...rows].join('\n') });
const known = 'Роуминг;;Вопрос номер 0;*Верно|Неверно|Мимо;;;Так сказано в статье.;';
const changed = 'Роуминг;;Вопрос номер 1;Верно|*Неверно|Мимо;;;Так сказано в статье.;';
const fresh = 'Тарифы;mts;Сколько минут в пакете?;;700;0;В пакете их 700.;';

test('a table adds what is new, changes what is said otherwise, and leaves the rest', async () => {
  const world = await openAdmissionWorld();
  const desk = world.desk(lead);
  const shown = showQuestionPlan(await readQuestionPlan(desk, tableOf(known, changed, fresh)));
  expect(shown).toMatchObject({ same: 1, faults: [], changes: [{ isNew: false }, { isNew: true }] });
  const done = await importQuestions(desk, tableOf(known, changed, fresh), shown.fingerprint);
  expect(unwrap(done)).toEqual({ count: 2 });
  expect(await getBankQuestion(world.db, world.questionIds[1] ?? '')).toMatchObject({ version: 2, key: [1] });
  const added = (await listBank(world.db)).find(({ carrier }) => carrier === 'mts');
  expect(added).toMatchObject({ kind: 'number', key: [700, 0], topic: 'Тарифы' });
  const again = await readQuestionPlan(desk, tableOf(known, changed, fresh));
  expect(again).toMatchObject({ changes: [], same: 3, faults: [] });
});

test('what was not shown is not written', async () => {
  const world = await openAdmissionWorld();
  const desk = world.desk(lead);
  const { fingerprint } = showQuestionPlan(await readQuestionPlan(desk, tableOf(changed)));
  const [, id = ''] = world.questionIds;
  const question = await getBankQuestion(world.db, id);
  if (!question) throw new Error('There is no question.');
  const { carrier, topic, kind, options, key, explanation, articleId, body } = question;
  unwrap(
    await reviseQuestion(desk, id, 1, {
      carrier,
      topic,
      kind,
      options,
      key,
      body,
      articleId,
      explanation: `${explanation} Да.`,
    }),
  );
  expect(await importQuestions(desk, tableOf(changed), fingerprint)).toMatchObject({
    error: { code: 'conflict' },
  });
  expect(await importQuestions(world.desk(), tableOf(changed), fingerprint)).toMatchObject({
    error: { code: 'forbidden' },
  });
});

test.each([
  ['a column is missing', { text: 'тема;вопрос\nРоуминг;Что?' }, { code: 'columns', detail: 'объяснение' }],
  [
    'no such carrier',
    tableOf('Роуминг;tele2;Что предложить?;*А|Б;;;Потому что;'),
    { row: 2, code: 'carrier' },
  ],
  [
    'no such article',
    tableOf('Роуминг;;Что предложить?;*А|Б;;;Потому что;net-takoy'),
    { row: 2, code: 'article' },
  ],
  [
    'nothing is right',
    tableOf('Роуминг;;Что предложить?;А|Б;;;Потому что;'),
    { row: 2, code: 'words', detail: 'key' },
  ],
  ['no number', tableOf('Роуминг;;Сколько дней?;;;;Потому что;'), { row: 2, code: 'words', detail: 'key' }],
  ['the same twice', tableOf(known, known), { row: 3, code: 'twice' }],
  ['a quote is not closed', { text: `${head}\n"Роуминг;;${'Что? '.repeat(20_000)}` }, { code: 'broken' }],
])('a row is named when %s', async (_what, table, fault) => {
  const world = await openAdmissionWorld();
  const plan = await readQuestionPlan(world.desk(lead), table);
  expect(plan.faults[0]).toMatchObject(fault);
  expect(plan.changes).toEqual([]);
});
