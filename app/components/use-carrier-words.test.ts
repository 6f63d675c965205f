import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { resources } from '#app/locales/resources.ts';
import { type Evidence, evidenceCodes, type Failure, ownFailureCodes } from '#carriers/port.ts';
import { carrierWords } from './use-carrier-words.ts';

const i18n = createInstance({ resources, lng: 'ru', interpolation: { escapeValue: false } });
await i18n.init();
const inLanguage = (language: 'ru' | 'en') => carrierWords(i18n.getFixedT(language, 'carrier'));

test.each<[string, Failure, string]>([
  [
    'the carrier’s own words, verbatim',
    { class: 'conflict_option', code: '20038', text: 'Удалите «Гудок» & «Бит»' },
    'Оператор: «Удалите «Гудок» & «Бит»» (код 20038)',
  ],
  [
    'a code without words by what it means',
    { class: 'conflict_pending_change', code: 'ORDER_IN_PROGRESS', text: '' },
    'Оператор ответил: на номере уже идёт такое же изменение (код ORDER_IN_PROGRESS)',
  ],
  [
    'a status, whatever the adapter noted of it',
    { class: 'carrier_down', code: 'http_502', text: 'addDelSOC: HTTP 502 with no SOAP answer' },
    'Оператор ответил: у него сбой (код http_502)',
  ],
  [
    'what we tell ourselves',
    { class: 'carrier_down', code: 'lost', text: 'addDelSOC: no answer in 30 s' },
    'Ответа от оператора не было',
  ],
])('%s', (_name, failure, text) => {
  expect(inLanguage('ru').failureText(failure)).toBe(text);
});

test.each<[Evidence, string]>([
  [{ code: 'carrier-lists-it', detail: '77 COMPLETE' }, 'В списке заявок оператора: 77 COMPLETE'],
  [{ code: 'could-not-ask', detail: '20025' }, 'Спросить оператора не удалось. Код оператора 20025'],
  [{ code: 'could-not-ask', detail: 'lost' }, 'Спросить оператора не удалось. Ответа от оператора не было'],
])('%o', (evidence, text) => {
  expect(inLanguage('ru').evidenceText(evidence)).toBe(text);
});

test.each([
  ['ru', /[а-яё]/i, /\b[a-z]{3,}\b/i],
  ['en', /[a-z]/i, /[а-яё]/i],
] as const)('every code has its words in %s, and only in that language', (language, own, foreign) => {
  const { failureText, evidenceText } = inLanguage(language);
  const texts = [
    ...evidenceCodes.map((code) => evidenceText({ code, detail: '31' })),
    ...ownFailureCodes.map((code) => failureText({ class: 'invalid', code, text: '' })),
  ];
  for (const text of texts) {
    expect(text).toMatch(own);
    expect(text).not.toMatch(foreign);
  }
});
