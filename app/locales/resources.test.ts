import { expect, test } from 'vitest';
import { resources } from './resources.ts';

/** Paths of all texts. Plural forms count as one, as languages have different ones. */
function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = `${path}${key.replace(/_(zero|one|two|few|many|other)$/, '_plural')}`;
    return typeof value === 'object' ? keysOf(value, `${name}.`) : [name];
  });
}

const uniqueKeys = (tree: object) => [...new Set(keysOf(tree))].sort();

test('both languages have the same keys', () => {
  expect(uniqueKeys(resources.en)).toEqual(uniqueKeys(resources.ru));
});

test.each(['ru', 'en'] as const)('no text of %s is empty, and plurals are complete', (language) => {
  const flat = JSON.stringify(resources[language]);
  expect(flat).not.toContain(':""');
  const forms = language === 'ru' ? ['one', 'few', 'many', 'other'] : ['one', 'other'];
  const plurals = [...flat.matchAll(/"(\w+)_(zero|one|two|few|many|other)":/g)];
  const stems = [...new Set(plurals.map(([, stem]) => stem))];
  for (const stem of stems) {
    const has = new Set(plurals.filter(([, name]) => name === stem).map(([, , form]) => form));
    expect([...has].sort(), `${language} ${stem}`).toEqual([...forms].sort());
  }
});
