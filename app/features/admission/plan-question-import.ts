import type { BankRow } from '#db/tenant/queries/admission.ts';
import { QuestionInput, type QuestionKind } from './admission.ts';

export type ImportedRow = { row: number; cells: readonly string[] };
/** `code`: a column that is missing, a carrier or an article that is not there, or what a field wants. */
export type ImportFault = { row: number; code: string; detail: string };
export type PlannedQuestion = { row: number; question: QuestionInput; before: BankRow | null };
export type QuestionPlan = { changes: PlannedQuestion[]; same: number; faults: ImportFault[] };
type Known = { carriers: readonly string[]; articles: ReadonlyMap<string, string> };

const columns = {
  topic: ['topic', 'тема'],
  carrier: ['carrier', 'оператор'],
  body: ['question', 'вопрос'],
  options: ['options', 'варианты'],
  number: ['number', 'число'],
  tolerance: ['tolerance', 'отклонение'],
  explanation: ['explanation', 'объяснение'],
  article: ['article', 'статья'],
} as const;
type Column = keyof typeof columns;
const needed: Column[] = ['topic', 'body', 'explanation'];

/**
 * What a table would change in the bank. A question is known again by its words and carrier; one that says the rest
 * otherwise gets its next version. Options stand in one cell, `|` between them and `*` before the right ones.
 */
export function planQuestionImport(
  rows: readonly ImportedRow[],
  bank: readonly BankRow[],
  known: Known,
): QuestionPlan {
  const plan: QuestionPlan = { changes: [], same: 0, faults: [] };
  const [head, ...body] = rows;
  const at = placesOf(head?.cells ?? []);
  const missing = needed.filter((column) => !at.has(column));
  if (missing.length > 0) {
    const detail = missing.map((column) => columns[column][1]).join(', ');
    return { ...plan, faults: [{ row: head?.row ?? 1, code: 'columns', detail }] };
  }
  const seen = new Set<string>();
  for (const { row, cells } of body) {
    const read = readQuestion((column) => cells[at.get(column) ?? -1]?.trim() ?? '', known);
    const fault = 'question' in read ? repeated(read.question, seen) : read;
    if (fault || !('question' in read)) plan.faults.push({ row, code: 'other', detail: '', ...fault });
    else addTo(plan, { row, question: read.question }, bank);
  }
  return plan;
}

function placesOf(cells: readonly string[]): Map<Column, number> {
  const at = new Map<Column, number>();
  for (const [index, cell] of cells.entries()) {
    const name = (Object.keys(columns) as Column[]).find((column) => {
      const names: readonly string[] = columns[column];
      return names.includes(cell.trim().toLowerCase());
    });
    if (name) at.set(name, index);
  }
  return at;
}

type Cell = (column: Column) => string;
type Fault = { code: string; detail: string };

function readQuestion(cell: Cell, known: Known): { question: QuestionInput } | Fault {
  const carrier = cell('carrier') === '' ? null : cell('carrier');
  if (carrier !== null && !known.carriers.includes(carrier)) return { code: 'carrier', detail: carrier };
  const slug = cell('article');
  const articleId = slug === '' ? null : (known.articles.get(slug) ?? null);
  if (slug !== '' && articleId === null) return { code: 'article', detail: slug };
  const words = {
    carrier,
    articleId,
    topic: cell('topic'),
    body: cell('body'),
    explanation: cell('explanation'),
  };
  const read = QuestionInput.safeParse({ ...words, ...readKey(cell) });
  if (read.success) return { question: read.data };
  const [issue] = read.error.issues;
  return { code: 'words', detail: String(issue?.path[0] ?? '') };
}

function readKey(cell: Cell): Pick<QuestionInput, 'options' | 'key'> & { kind: QuestionKind } {
  const numberOf = (text: string) => Number(text.replace(',', '.'));
  if (cell('options') === '') {
    const key = [numberOf(cell('number') || 'none'), numberOf(cell('tolerance') || '0')];
    return { kind: 'number', options: [], key };
  }
  const written = cell('options')
    .split('|')
    .map((text) => text.trim());
  const key = written.flatMap((text, place) => (text.startsWith('*') ? [place] : []));
  const options = written.map((text) => text.replace(/^\*\s*/, ''));
  return { kind: key.length > 1 ? 'several' : 'one', options, key };
}

function nameOf({ carrier, body }: { carrier: string | null; body: string }): string {
  return `${carrier ?? ''} ${body}`;
}

function repeated(question: QuestionInput, seen: Set<string>): Fault | null {
  const name = nameOf(question);
  if (seen.has(name)) return { code: 'twice', detail: question.body };
  seen.add(name);
  return null;
}

function addTo(
  plan: QuestionPlan,
  { row, question }: Omit<PlannedQuestion, 'before'>,
  bank: readonly BankRow[],
) {
  const before = bank.find((one) => !one.withdrawnAt && nameOf(one) === nameOf(question)) ?? null;
  if (before && textOf(before) === textOf(question)) plan.same += 1;
  else plan.changes.push({ row, question, before });
}

/** A question as lines, so that two of them can be compared by eye. */
export function textOf(
  question: Omit<QuestionInput, 'carrier' | 'articleId'> & { articleId: string | null },
): string {
  const { topic, kind, body, options, key, explanation, articleId } = question;
  const answers =
    kind === 'number'
      ? [key.join(' ± ')]
      : options.map((text, place) => `${key.includes(place) ? '✓' : '–'} ${text}`);
  return [topic, body, ...answers, explanation, articleId ?? ''].join('\n');
}
