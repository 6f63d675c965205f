import { EventEmitter } from 'node:events';
import type { PGlite } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/** A pool-shaped face for BullMQ on PostgreSQL inside the process: every client is the one session. */
export class PglitePool extends EventEmitter implements PgPool {
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#db = db;
    db.onNotification((channel, payload) => this.emit('told', { channel, payload }));
  }

  async query<R>(text: string, params?: readonly unknown[]): Promise<PgQueryResult<R>> {
    const result = params?.length
      ? await this.#db.query(text, [...params])
      : (await this.#db.exec(text)).at(-1);
    const rows = (result?.rows ?? []) as R[];
    return { rows, rowCount: result?.affectedRows || rows.length };
  }

  async connect(): Promise<PgliteClient> {
    return new PgliteClient(this);
  }

  async end(): Promise<void> {
    await this.#db.close();
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
