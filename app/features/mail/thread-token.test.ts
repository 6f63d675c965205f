import { expect, test } from 'vitest';
import { readThreadProofs, replyAddress, sentMessageId, threadKey } from './thread-token.ts';

const key = threadKey(Buffer.alloc(32, 7), 'tenant-1');
const other = threadKey(Buffer.alloc(32, 7), 'tenant-2');
const messageId = '018f0000-0000-7000-8000-000000000001';
const ours = replyAddress(key, 'help@volna.example', 1042);
const reference = sentMessageId(key, 'help@volna.example', messageId);
const read = (recipients: string[], references = '') => readThreadProofs(key, { recipients, references });

test('an answer to our address proves its case, an answer to our mail proves its message', () => {
  expect(ours).toMatch(/^help\+c1042\.[0-9a-f]{20}@volna\.example$/);
  expect(read([ours])).toEqual([{ caseNumber: 1042 }]);
  expect(read([ours.toUpperCase()])).toEqual([{ caseNumber: 1042 }]);
  expect(read([], `<a@b> ${reference}`)).toEqual([{ messageId }]);
});

test.each([
  ['another number under the same mark', [ours.replace('c1042', 'c1043')], ''],
  ['a shortened mark', [ours.replace(/[0-9a-f]{5}@/, '@')], ''],
  ['another client’s mark', [replyAddress(other, 'help@volna.example', 1042)], ''],
  ['a number without a mark', ['help+c1042@volna.example'], ''],
  ['another message under the same mark', [], reference.replace('000001.', '000002.')],
  ['a foreign Message-ID', [], '<CAF=1042@mail.example>'],
  ['the number in the references', [], '<c1042@volna.example>'],
])('%s proves nothing', (_what, recipients, references) => {
  expect(read(recipients, references)).toEqual([]);
});

test('a head of a megabyte is not searched to its end', () => {
  expect(read([`${'<x@y> '.repeat(100_000)}${ours}`], '<'.repeat(1_000_000))).toEqual([]);
});
