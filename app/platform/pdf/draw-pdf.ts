import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { PdfDocument } from './pdf-document.ts';

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
  const drawn = last.then(() => drawAside(document, limits));
  last = drawn.catch(() => undefined);
  return drawn;
}

function drawAside(document: PdfDocument, { drawMs, memoryMb }: typeof pdfLimits) {
  return new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const worker = new Worker(thread, {
      workerData: document,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    const fail = (why: string) => {
      clearTimeout(timer);
      void worker.terminate();
      reject(new Error(`The document "${document.title}" could not be drawn as PDF: ${why}`));
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
