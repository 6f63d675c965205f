import { expect, test } from 'vitest';
import { createDraws } from './draws.ts';
import { answerTo, letterOf } from './subscriber-words.ts';

const anna = { name: 'Анна Серова', email: 'anna@mail.example', msisdn: '+79161234567' };

test('a mail names who writes and is unlike any other', () => {
  const letter = letterOf(createDraws(1), anna, 'help@volna.example', 'x-1');
  expect(letter).toMatchObject({ to: 'help@volna.example', messageId: '<x-1@mail.example>' });
  expect(letter.text).toContain(anna.msisdn);
});

test('an answer goes where we asked for it, from where we wrote to', () => {
  const mail = {
    to: anna.email,
    subject: 'Re: [#5] Счёт',
    messageId: '<r@volna.example>',
    replyTo: 'help+c5.0@volna.example',
    text: '',
  };
  expect(answerTo(createDraws(1), mail, 'x-2')).toMatchObject({
    from: { address: anna.email },
    to: mail.replyTo,
    inReplyTo: mail.messageId,
    messageId: '<x-2@mail.example>',
  });
});
