import { ok, type Result, refuse } from '#app/platform/result.ts';
import { ArticleWords } from './knowledge.ts';

/** An article as it is kept in a Markdown file: a head between two lines of `---`, then its body. */
export type ArticleFile = ArticleWords & { slug: string; isRequired: boolean };
export type FileFault = { code: 'no-head' | 'no-title' | 'unknown-field' | 'words' | 'name'; detail: string };

const knownFields = ['title', 'carrier', 'keywords', 'required'];
const wholeFile = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

/** The file's name without `.md` is the slug. Head: `title` and, as wanted, `carrier`, `keywords`, `required: yes`. */
export function readArticleFile(name: string, text: string): Result<ArticleFile, FileFault> {
  const slug = name.replace(/^.*[/\\]/, '').replace(/\.md$/i, '');
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(slug)) return refuse({ code: 'name', detail: name });
  const [, head, body] = wholeFile.exec(text) ?? [];
  if (head === undefined || body === undefined) return refuse({ code: 'no-head', detail: name });
  const fields = readHead(head);
  const unknown = [...fields.keys()].find((field) => !knownFields.includes(field));
  if (unknown) return refuse({ code: 'unknown-field', detail: unknown });
  if (!fields.get('title')) return refuse({ code: 'no-title', detail: name });
  const words = ArticleWords.safeParse({
    carrier: fields.get('carrier') || null,
    title: fields.get('title'),
    keywords: fields.get('keywords') ?? '',
    body: body.replaceAll('\r\n', '\n'),
  });
  if (!words.success) return refuse({ code: 'words', detail: words.error.issues[0]?.path.join('.') ?? '' });
  return ok({ ...words.data, slug, isRequired: fields.get('required') === 'yes' });
}

function readHead(head: string): Map<string, string> {
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}
