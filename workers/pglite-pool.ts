import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';
import type { ThreadAnswer, ThreadCall } from './pglite-thread.ts';

type Asked = { resolve(result: PgQueryResult<never>): void; reject(error: Error): void };

/**
 * A pool-shaped face for BullMQ on PostgreSQL inside the process: every client is the one session. Should
 * its thread die, so does the process, to be restarted: the outboxes know all that was in the queue.
 */
export class PglitePool extends EventEmitter implements PgPool {
  readonly #thread: Worker;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;

  private constructor(thread: Worker) {
    super();
    this.setMaxListeners(0);
    this.#thread = thread;
    thread.on('message', (answer: ThreadAnswer) => this.#hear(answer));
  }

  /** Throws when the folder cannot be read. */
  static async open(folder: string): Promise<PglitePool> {
    const thread = new Worker(new URL('./pglite-thread.ts', import.meta.url), { workerData: { folder } });
    await once(thread, 'message');
    return new PglitePool(thread);
  }

  query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    return new Promise<PgQueryResult<never>>((resolve, reject) => {
      const id = ++this.#lastId;
      this.#asked.set(id, { resolve, reject });
      this.#call({ type: 'query', id, text, params });
    });
  }

  async connect(): Promise<PgliteClient> {
    return new PgliteClient(this);
  }

  async end(): Promise<void> {
    const ended = once(this.#thread, 'exit');
    this.#call({ type: 'close' });
    await ended;
  }

  #call(call: ThreadCall): void {
    this.#thread.postMessage(call);
  }

  #hear(answer: ThreadAnswer): void {
    if (answer.type === 'ready') return;
    if (answer.type === 'notified') {
      this.emit('told', { channel: answer.channel, payload: answer.payload });
      return;
    }
    const { id, type, ...rest } = answer;
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if ('rows' in rest) asked?.resolve(rest as PgQueryResult<never>);
    else asked?.reject(Object.assign(new Error(rest.message), rest));
  }
}

class PgliteClient extends EventEmitter implements PgPoolClient {
  readonly #pool: PglitePool;
  readonly #tell = (message: unknown) => this.emit('notification', message);

  constructor(pool: PglitePool) {
    super();
    this.setMaxListeners(0);
    this.#pool = pool;
    pool.on('told', this.#tell);
  }

  query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    return this.#pool.query(text, params);
  }

  release(): void {
    this.#pool.off('told', this.#tell);
  }
}
