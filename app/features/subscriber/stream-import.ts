import type { ImportLine } from './import-report.ts';
import { type ImportDesk, importSubscribers } from './import-subscribers.ts';
import { faultText } from './import-texts.ts';

/** Told at most: the file is imported again after mending anyway, and what is told waits in memory. */
const rejectionsTold = 10_000;
const encoder = new TextEncoder();

/**
 * Takes a file in as it arrives and reports it meanwhile, one JSON `ImportLine` a line. When the import
 * breaks off, `onError` hears of it and the report ends without its last line.
 */
export function streamImport(
  desk: ImportDesk,
  file: AsyncIterable<Uint8Array>,
  locale: 'ru' | 'en',
  onError: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      const write = (line: ImportLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        write(await followImport(desk, file, locale, write));
      } catch (error) {
        onError(error);
      }
      controller.close();
    },
  });
}

async function followImport(
  desk: ImportDesk,
  file: AsyncIterable<Uint8Array>,
  locale: 'ru' | 'en',
  write: (line: ImportLine) => void,
): Promise<ImportLine> {
  let told = 0;
  const imported = await importSubscribers(desk, file, {
    onProgress: (report) => write({ type: 'progress', report }),
    onReject: (rejection) => {
      told += 1;
      if (told > rejectionsTold) return;
      const { row, field, value } = rejection;
      write({ type: 'rejected', row, field, value, why: faultText(rejection, locale) });
    },
  });
  if (imported.ok) return { type: 'done', report: imported.value };
  return { type: 'refused', refusal: imported.error };
}
