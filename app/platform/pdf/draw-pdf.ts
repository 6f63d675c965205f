import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { PdfDocument } from './pdf-document.ts';
import type { PdfWork } from './pdf-thread.ts';

// By the package's own name: a route is built into another folder, the thread stays here.
const thread = createRequire(import.meta.url).resolve('#app/platform/pdf/pdf-thread.ts');

/** What an honest document takes, many times over. */
export const pdfLimits = { drawMs: 60_000, memoryMb: 512 };

let last: Promise<unknown> = Promise.resolve();

/**
 * Draws a document as PDF with its fonts inside, in a thread of its own, which is killed beyond its time or memory. One
 * at a time in a process: more would take a core from the desks. Throws when it could not be drawn.
 */
export function drawPdf(document: PdfDocument, limits = pdfLimits): Promise<Uint8Array<ArrayBuffer>> {
  return drawNext(document.title, { document }, limits);
}

/** The same for a document that its own thread writes: `module` exports `writeDocument`, given `input`. */
export function drawPdfAside<Input>(module: string, title: string, input: Input) {
  return drawNext(title, { module, input }, pdfLimits);
}

function drawNext(title: string, work: PdfWork, limits: typeof pdfLimits) {
  const drawn = last.then(() => drawInThread(title, work, limits));
  last = drawn.catch(() => undefined);
  return drawn;
}

function drawInThread(title: string, work: PdfWork, { drawMs, memoryMb }: typeof pdfLimits) {
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const worker = new Worker(thread, {
      workerData: work,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const fail = (why: string) => {
      clearTimeout(timer);
      void worker.terminate();
      reject(new Error(`The document "${title}" could not be drawn as PDF: ${why}`));
    };
    const timer = setTimeout(() => fail(`it took more than ${drawMs} ms.`), drawMs);
    worker.once('message', (drawn: Uint8Array<ArrayBuffer>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(drawn);
    });
    worker.once('error', (error) => fail(String(error)));
    worker.once('exit', (code) => fail(`the thread ended with ${code}.`));
  });
}
