import { readdirSync, readFileSync } from 'node:fs';
import { type ArticleFile, readArticleFile } from '#app/features/knowledge/article-file.ts';

const folder = new URL('./knowledge/', import.meta.url);

/** The articles of the demo, by their slugs. */
export function readSeededArticles(): ArticleFile[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const read = readArticleFile(name, readFileSync(new URL(name, folder), 'utf8'));
      if (!read.ok) throw new Error(`The article ${name} cannot be read: ${read.error.code}.`);
      return read.value;
    });
}
