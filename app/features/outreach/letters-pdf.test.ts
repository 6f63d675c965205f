import { expect, test } from 'vitest';
import { formatFor } from '#app/platform/format.ts';
import { lettersPdf } from './letters-pdf.ts';

test('each letter has its page, its address and the date its file was made in the client company’s zone', () => {
  const madeAt = new Date('2026-11-21T21:30:00Z');
  const letter = {
    name: 'Анна Щукина',
    postalAddress: '190000, СПб, Невский, 1',
    contract: 'Д-1',
    at: madeAt,
  };
  const document = lettersPdf(
    [
      { ...letter, subject: 'Задолженность', content: 'Оплатите 90 ₽' },
      { ...letter, name: 'Б', subject: null, content: 'Ещё' },
    ],
    { madeAt, format: formatFor('ru', 'Europe/Moscow') },
  );
  expect(document).toMatchObject({ isTitleDrawn: false, hasPageNumbers: false, madeAt });
  expect(document.parts.map((part) => ('text' in part ? part.text : part.kind))).toEqual([
    'new-page',
    'Анна Щукина\n190000, СПб, Невский, 1',
    'Договор Д-1\n22 ноября 2026 г.',
    'Задолженность',
    'Оплатите 90 ₽',
    'new-page',
    'Б\n190000, СПб, Невский, 1',
    'Договор Д-1\n22 ноября 2026 г.',
    'Ещё',
  ]);
});
