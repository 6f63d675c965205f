import { expect, test } from 'vitest';
import { batchLimit, readList } from './batch.ts';

test('a pasted list keeps its row numbers and says what is wrong with each', () => {
  const listed = readList(
    'Номер;ФИО\n8 (916) 123-45-67;Иванов\n\n+79161234567\nне номер\n"9261112233",Петров\r\n',
  );
  expect(listed.rows).toEqual([
    { row: 2, text: '8 (916) 123-45-67', msisdn: '+79161234567' },
    { row: 6, text: '9261112233', msisdn: '+79261112233' },
  ]);
  expect(listed.rejects).toEqual([
    { row: 4, text: '+79161234567', reason: 'twice-in-the-list' },
    { row: 5, text: 'не номер', reason: 'unreadable-number' },
  ]);
});

test('an empty list has no rows', () => {
  expect(readList(' \n\r\n')).toEqual({ rows: [], rejects: [] });
});

test('what is over the limit is named, not dropped', () => {
  const list = Array.from({ length: batchLimit + 2 }, (_, i) => `+7916${String(1_000_000 + i)}`).join('\n');
  const listed = readList(list);
  expect(listed.rows).toHaveLength(batchLimit);
  expect(listed.rejects.map((reject) => [reject.row, reject.reason])).toEqual([
    [batchLimit + 1, 'over-the-limit'],
    [batchLimit + 2, 'over-the-limit'],
  ]);
});
