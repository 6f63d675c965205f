import { expect, test } from 'vitest';
import { termsOf } from './analyse-text.ts';
import { cutSnippet, markHits } from './cut-snippet.ts';

const shown = (markdown: string, query: string) =>
  cutSnippet(markdown, new Set(termsOf(query)))
    .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
    .join('');

test.each([
  ['**Важно:** наберите `*100#`.', '*100#', 'Важно: наберите [*100#].'],
  ['# Роуминг\n\n- Турция\n- Египет', 'турции', 'Роуминг [Турция] Египет'],
  ['| Оператор | Код |\n|---|---|\n| МТС | `*100#` |', 'мтс', '· Оператор · Код · [МТС] · *100# ·'],
  ['<b>тариф</b> <script>alert(1)</script>', 'тариф', '<b>[тариф]</b> <script>alert(1)</script>'],
  ['', 'тариф', ''],
])('%j asked for %j', (markdown, query, snippet) => {
  expect(shown(markdown, query).trim()).toBe(snippet.trim());
});

test('a long text is cut around the words asked for', () => {
  const text = `${'Начало. '.repeat(100)}Роуминг в Турции стоит дорого. ${'Конец. '.repeat(100)}`;
  const snippet = shown(text, 'роуминг турция');
  expect(snippet).toContain('[Роуминг] в [Турции] стоит дорого.');
  expect(snippet.length).toBeLessThan(230);
  expect(snippet.startsWith('…') && snippet.endsWith('…')).toBe(true);
});

test('marking loses nothing of the text', () => {
  const text = 'Баланс: *100#, «Роуминг» — 5ГБ!';
  const marked = markHits(text, new Set(termsOf('роуминга *100#')));
  expect(marked.map((stretch) => stretch.text).join('')).toBe(text);
  expect(marked.filter(({ isHit }) => isHit).map((stretch) => stretch.text)).toEqual(['*100#', 'Роуминг']);
});
