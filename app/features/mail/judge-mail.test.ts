import { expect, test } from 'vitest';
import { automaticBy, joinsThread, judgeSender } from './judge-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';

const own = 'help@volna.example';

test.each<[string, Record<string, string>, string, string | null]>([
  ['a person', {}, 'anna@mail.example', null],
  ['a person whose program says so', { 'auto-submitted': 'no' }, 'anna@mail.example', null],
  ['a holiday notice', { 'auto-submitted': 'auto-replied' }, 'anna@mail.example', 'auto-submitted'],
  ['a bounce', { 'content-type': 'multipart/report; x=y' }, 'anna@mail.example', 'report'],
  ['nobody to return to', { 'return-path': '<>' }, 'anna@mail.example', 'no-return-path'],
  ['a newsletter', { precedence: 'bulk' }, 'shop@mail.example', 'precedence'],
  ['a mailing list', { 'list-id': '<x.example>' }, 'anna@mail.example', 'list'],
  ['Exchange’s notice', { 'x-auto-response-suppress': 'All' }, 'anna@mail.example', 'auto-reply'],
  ['another desk of ours', { 'x-pult-desk': '1' }, 'help@other.example', 'own'],
  ['ourselves', {}, own, 'own'],
  ['a daemon', {}, 'mailer-daemon@mx.example', 'machine-sender'],
  ['a sender who reads nothing', {}, 'no-reply@bank.example', 'machine-sender'],
])('%s', (_what, headers, from, expected) => {
  expect(automaticBy({ from, headers }, own)).toBe(expected);
});

const checkedBy = (...authenticationResults: string[]) => ({ authenticationResults }) as ParsedMail;

test.each([
  ['nobody is configured', checkedBy('mx.volna.example; dmarc=pass'), null, 'unknown'],
  [
    'our server vouches',
    checkedBy('mx.volna.example; spf=pass; dmarc=pass'),
    'mx.volna.example',
    'confirmed',
  ],
  ['our server refutes', checkedBy('mx.volna.example 1; dmarc=fail (p=none)'), 'mx.volna.example', 'refuted'],
  ['a stranger vouches', checkedBy('mx.evil.example; dmarc=pass'), 'mx.volna.example', 'unknown'],
  ['a name like ours', checkedBy('mx.volna.example.evil; dmarc=pass'), 'mx.volna.example', 'unknown'],
  [
    'the sender wrote one below ours',
    checkedBy('mx.volna.example; dmarc=fail', 'mx.volna.example; dmarc=pass'),
    'mx.volna.example',
    'refuted',
  ],
  ['SPF alone', checkedBy('mx.volna.example; spf=pass smtp.mailfrom=evil'), 'mx.volna.example', 'unknown'],
] as const)('of the sender, when %s', (_what, mail, authservId, expected) => {
  expect(judgeSender(mail, authservId)).toBe(expected);
});

const thread = { knownAddresses: ['Anna@mail.example'] };

test.each([
  ['mark and sender', 'anna@mail.example', thread, 'unknown', true, []],
  ['mark, sender confirmed', 'anna@mail.example', thread, 'confirmed', true, []],
  ['mark of another’s thread', 'eve@mail.example', thread, 'confirmed', false, ['stranger-with-token']],
  ['mark, sender forged', 'anna@mail.example', thread, 'refuted', false, ['sender-refuted']],
  ['no mark', 'anna@mail.example', null, 'unknown', false, []],
  ['no sender', null, thread, 'unknown', false, ['stranger-with-token']],
] as const)('%s', (_what, from, proven, word, joins, flags) => {
  expect(joinsThread(from, proven, word)).toEqual({ joins, flags });
});
