import { expect, test } from 'vitest';
import { readArticleFile } from './article-file.ts';

const head = '---\ntitle: Замена SIM: порядок\ncarrier: mts\nkeywords: симка, карта\nrequired: yes\n---\n';

test('a file is an article', () => {
  expect(readArticleFile('zamena-sim.md', `${head}\nШаг **первый**.\n`)).toEqual({
    ok: true,
    value: {
      slug: 'zamena-sim',
      title: 'Замена SIM: порядок',
      carrier: 'mts',
      keywords: 'симка, карта',
      isRequired: true,
      body: 'Шаг **первый**.',
    },
  });
});

test('a byte order mark and Windows line ends are no fault', () => {
  const read = readArticleFile('docs/a-b.md', `\uFEFF${head.replaceAll('\n', '\r\n')}\r\nРаз\r\nДва`);
  expect(read).toMatchObject({ ok: true, value: { slug: 'a-b', body: 'Раз\nДва' } });
});

test.each([
  ['без имени.md', `${head}тело`, 'name'],
  ['a.md', `${head}тело`, 'name'],
  ['no-head.md', '# Просто текст', 'no-head'],
  ['no-end.md', '---\ntitle: А', 'no-head'],
  ['no-title.md', '---\ncarrier: mts\n---\nтело', 'no-title'],
  ['odd.md', '---\ntitle: Тариф\nprice: 5\n---\nтело', 'unknown-field'],
  ['empty.md', '---\ntitle: Тариф\n---\n', 'words'],
  ['long.md', `---\ntitle: Тариф\n---\n${'а'.repeat(100_001)}`, 'words'],
])('%s is refused', (name, text, code) => {
  expect(readArticleFile(name, text)).toMatchObject({ ok: false, error: { code } });
});
