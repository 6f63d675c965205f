import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleBody } from './article-body.tsx';

const shown = (text: string) => renderToStaticMarkup(createElement(ArticleBody, { text }));

test.each([
  ['a script', '<script>alert(1)</script>', /<script|alert/],
  ['a picture that acts', '<img src=x onerror=alert(1)>', /<img|onerror/],
  ['a picture of Markdown', '![x](https://elsewhere.example/spy.png)', /<img|spy/],
  ['a link that acts', '[x](javascript:alert(1))', /javascript/],
  ['a link that acts, disguised', '[x](&#106;avascript:alert(1))', /javascript/],
  ['data as a link', '[x](data:text/html,<b>1</b>)', /data:/],
  ['a frame', '<iframe src="https://elsewhere.example"></iframe>', /<iframe/],
  ['an event', '<b onclick="alert(1)">x</b>', /onclick/],
  ['a style', '<style>body{display:none}</style>', /<style/],
])('%s in an article does nothing', (_what, text, danger) => {
  expect(shown(text)).not.toMatch(danger);
});

test('tables, codes and links are shown', () => {
  const html = shown('| а | б |\n|---|---|\n| `*100#` | [сайт](https://mts.ru) |');
  expect(html).toContain('<code>*100#</code>');
  expect(html).toContain('href="https://mts.ru"');
  expect(html).toContain('<table>');
});
