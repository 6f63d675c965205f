import { createReadStream } from 'node:fs';
import {
  importUsage,
  type UsageImportFault,
  type UsageOptions,
  type UsageRejection,
  type UsageReport,
} from '#app/features/churn/import-usage.ts';
import type { TenantDb } from '#db/open.ts';
import { say, sayProgress, UsageError } from './command-line.ts';

const whys: Record<UsageRejection['why'], string> = {
  'no-number': 'нет номера или его не прочесть',
  'unknown-number': 'такого номера нет',
  'bad-date': 'дату не прочесть',
  'day-ahead': 'день ещё не наступил',
  'bad-amount': 'не число или слишком много для одного дня',
};
const operator = { userId: 'command-line', name: 'Command line', roles: ['manager' as const] };

/** Takes in what lines used, by day. `reject`: of every row that was not taken. Throws UsageError. */
export async function importUsageFile(
  { db, timeZone }: { db: TenantDb; timeZone: string },
  file: string,
  options: Pick<UsageOptions, 'form' | 'mapping'>,
  reject: (cells: (string | number)[]) => Promise<void>,
): Promise<void> {
  const desk = { db, timeZone, actor: operator, now: new Date() };
  const result = await importUsage(desk, createReadStream(file), {
    ...options,
    onProgress: ({ rows }) => sayProgress(`${rows} rows`),
    onReject: ({ row, why }) => reject([row, '', whys[why], '']),
  });
  say('');
  if (!result.ok) throw new UsageError(explain(result.error));
  say(describe(result.value));
}

function describe({ rows, taken, rejected }: UsageReport): string {
  return `${rows} rows: ${taken} taken, ${rejected} rejected.`;
}

function explain(fault: UsageImportFault): string {
  switch (fault.code) {
    case 'file-empty':
      return 'There are no rows in the file.';
    case 'csv-broken':
      return `The file breaks at row ${fault.row}: a quote is opened and not closed. Before it: ${describe(fault.report)} Mend the row and import the file again.`;
    case 'columns-missing':
      return 'The file has no column with the number, the date or the use. Say which with --map number="…".';
    case 'header-not-found':
      return `The file has no column "${fault.name}".`;
    case 'too-many-columns':
      return `The file has ${fault.columns} columns: that is no list of use.`;
    case 'forbidden':
      return 'You may not import use.';
  }
}
