import { createHash } from 'node:crypto';
import { z } from 'zod';
import { CsvBroken, type CsvRow, readCsv } from '#app/platform/read-csv.ts';
import type { TenantDb } from '#db/open.ts';
import { type CatalogueItemRow, listCatalogueItems } from '#db/tenant/queries/catalogue.ts';
import { type ArticleRow, listArticlesBySlugs } from '#db/tenant/queries/knowledge.ts';
import { type ArticleFile, type FileFault, readArticleFile } from './article-file.ts';
import { type PriceFault, type PriceRow, readPriceList } from './price-list.ts';

/** What a person chose: texts of Markdown files and of CSV price lists. */
export const ImportInput = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), text: z.string().max(2_000_000) }))
    .min(1, 'required')
    .max(500),
});
export type ImportInput = z.infer<typeof ImportInput>;

export type ArticleProposal = { file: ArticleFile; before: ArticleRow | null };
export type PriceProposal = { row: PriceRow; before: CatalogueItemRow | null };
export type ImportFault =
  | { file: string; code: FileFault['code'] | 'kind' | 'columns' | 'broken' | 'twice'; detail: string }
  | { file: string; code: PriceFault['reason']; detail: string };
export type ImportPlan = {
  articles: ArticleProposal[];
  prices: PriceProposal[];
  /** What is there already, word for word. */
  same: number;
  faults: ImportFault[];
  /** Names exactly this plan: what is approved is what is applied. */
  fingerprint: string;
};

type Read = { articles: ArticleFile[]; rows: PriceRow[]; faults: ImportFault[] };

/** What importing these files would change. Writes nothing. */
export async function planImport(
  db: TenantDb,
  { files }: ImportInput,
  carriers: readonly string[],
): Promise<ImportPlan> {
  const read: Read = { articles: [], rows: [], faults: [] };
  for (const file of files) await readFile(file, carriers, read);
  const articles = await compareArticles(db, read.articles);
  const prices = await comparePrices(db, read.rows);
  const changed = { articles: articles.filter(isArticleChanged), prices: prices.filter(isPriceChanged) };
  const same = articles.length + prices.length - changed.articles.length - changed.prices.length;
  return { ...changed, same, faults: read.faults, fingerprint: fingerprintOf(changed) };
}

async function readFile(
  file: ImportInput['files'][number],
  carriers: readonly string[],
  into: Read,
): Promise<void> {
  if (/\.md$/i.test(file.name)) readArticle(file, into);
  else if (/\.csv$/i.test(file.name)) await readPrices(file, carriers, into);
  else into.faults.push({ file: file.name, code: 'kind', detail: file.name });
}

function readArticle({ name, text }: ImportInput['files'][number], into: Read): void {
  const article = readArticleFile(name, text);
  if (!article.ok) into.faults.push({ file: name, ...article.error });
  else if (into.articles.some(({ slug }) => slug === article.value.slug)) {
    into.faults.push({ file: name, code: 'twice', detail: article.value.slug });
  } else into.articles.push(article.value);
}

async function readPrices(
  { name, text }: ImportInput['files'][number],
  carriers: readonly string[],
  into: Read,
): Promise<void> {
  const bytes = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const { table, brokenAt } = await readTable(readCsv(bytes, { encoding: 'utf-8' }));
  if (brokenAt !== null) into.faults.push({ file: name, code: 'broken', detail: String(brokenAt) });
  const list = readPriceList(table, carriers);
  if ('missing' in list) into.faults.push({ file: name, code: 'columns', detail: list.missing.join(', ') });
  else {
    into.rows.push(...list.rows);
    into.faults.push(
      ...list.faults.map(({ row, reason }) => ({ file: name, code: reason, detail: String(row) })),
    );
  }
}

/** `brokenAt`: the row from which on nothing can be read. */
async function readTable(rows: AsyncIterable<CsvRow>): Promise<{ table: CsvRow[]; brokenAt: number | null }> {
  const table: CsvRow[] = [];
  try {
    for await (const row of rows) table.push(row);
  } catch (error) {
    if (!(error instanceof CsvBroken)) throw error;
    return { table, brokenAt: error.row };
  }
  return { table, brokenAt: null };
}

async function compareArticles(db: TenantDb, files: readonly ArticleFile[]): Promise<ArticleProposal[]> {
  if (files.length === 0) return [];
  const known = await listArticlesBySlugs(
    db,
    files.map(({ slug }) => slug),
  );
  return files.map((file) => ({ file, before: known.find(({ slug }) => slug === file.slug) ?? null }));
}

async function comparePrices(db: TenantDb, rows: readonly PriceRow[]): Promise<PriceProposal[]> {
  if (rows.length === 0) return [];
  const known = await listCatalogueItems(
    db,
    rows.map(({ code }) => code),
  );
  const keyOf = ({ carrier, type, code }: Pick<PriceRow, 'carrier' | 'type' | 'code'>) =>
    `${carrier} ${type} ${code}`;
  const byKey = new Map(known.map((row) => [keyOf(row), row]));
  // Of two rows for one item the last holds.
  const unique = new Map(rows.map((row) => [keyOf(row), row]));
  return [...unique].map(([key, row]) => ({ row, before: byKey.get(key) ?? null }));
}

function isArticleChanged({ file, before }: ArticleProposal): boolean {
  if (!before) return true;
  const { slug: _slug, ...words } = file;
  return Object.entries(words).some(([field, value]) => before[field as keyof typeof words] !== value);
}

function isPriceChanged({ row, before }: PriceProposal): boolean {
  if (!before) return true;
  const isOther = (fee: number | null, known: number | null) => fee !== null && fee !== known;
  return (
    row.name !== before.name ||
    isOther(row.feeOnceKopecks, before.feeOnceKopecks) ||
    isOther(row.feeMonthKopecks, before.feeMonthKopecks)
  );
}

function fingerprintOf({ articles, prices }: Pick<ImportPlan, 'articles' | 'prices'>): string {
  const facts = [
    articles.map(({ file, before }) => [file, before?.id, before?.version]),
    prices.map(({ row, before }) => [row, before?.name, before?.feeOnceKopecks, before?.feeMonthKopecks]),
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}
