import { expect, test } from 'vitest';
import { GatewayInput, subjectOf } from './messenger.ts';

test.each([
  ['https://gate.example/send', true],
  ['http://127.0.0.1:4700/send', true],
  ['http://gate.example/send', false],
  ['https://pult:secret@gate.example/', false],
  ['file:///etc/passwd', false],
  ['gate', false],
])('replies may be sent to %s: %s', (url, isTaken) => {
  expect(GatewayInput.safeParse({ url }).success).toBe(isTaken);
});

test.each([
  ['Не работает интернет\nуже неделю', 'Не работает интернет'],
  ['Ау', '«Ау»'],
  [
    'Добрый день, подскажите, пожалуйста, почему у меня вчера вечером списали сто сорок девять рублей',
    'Добрый день, подскажите, пожалуйста, почему у меня вчера вечером списали сто…',
  ],
  ['ы'.repeat(200), `${'ы'.repeat(40)}…`],
])('the first words are the subject: %s', (text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});
