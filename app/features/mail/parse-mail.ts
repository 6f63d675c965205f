import { Worker } from 'node:worker_threads';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { mailLimits, type ParsedMail, type ParseFailure } from './parsed-mail.ts';

const thread = new URL('./mail-parser-thread.ts', import.meta.url);

/**
 * Takes a mail apart in a thread of its own, which is killed when it needs more time or memory than an honest
 * mail does. Whatever it says, the mail as it came is kept elsewhere.
 */
export function parseMail(
  raw: Uint8Array,
  { parseMs, memoryMb }: { parseMs: number; memoryMb: number } = mailLimits,
): Promise<Result<ParsedMail, { code: ParseFailure; words: string }>> {
  return new Promise((resolve) => {
    const worker = new Worker(thread, {
      workerData: raw,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // What a parser prints about a broken mail is nobody's log.
      stdout: true,
      stderr: true,
    });
    const end = (result: Awaited<ReturnType<typeof parseMail>>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const fail = (code: ParseFailure, words: string) => end(refuse({ code, words: words.slice(0, 500) }));
    const timer = setTimeout(() => fail('too-slow', `It took more than ${parseMs} ms.`), parseMs);
    worker.once('message', (mail: ParsedMail) => end(ok(mail)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(isMemory ? 'too-big-in-memory' : 'broken', String(error));
    });
    worker.once('exit', () => fail('broken', 'The thread ended without an answer.'));
  });
}
