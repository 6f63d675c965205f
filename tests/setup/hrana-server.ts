import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { errorOf, type HranaError, type HranaStatement, runStatement } from './hrana-statements.ts';

type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] };
type Batch = { steps: { condition?: Condition | null; stmt: HranaStatement }[] };
type Ask =
  | { type: 'execute'; stmt: HranaStatement }
  | { type: 'batch'; batch: Batch }
  | { type: 'sequence'; sql?: string; sql_id?: number }
  | { type: 'store_sql'; sql_id: number; sql: string }
  | { type: 'close_sql'; sql_id: number }
  | { type: 'close' };
type Pipeline = { baton?: string | null; requests: Ask[] };
/** One connection, and the texts that were stored for it. */
type Stream = { db: DatabaseSync; texts: Map<number, string> };

export type HranaServer = {
  /** The address of a database, which is made at its first use. */
  url(name: string): string;
  /** The next batch is carried out, and who sent it hears nothing: its connection breaks. */
  loseNextAnswer(): void;
  close(): Promise<void>;
};

/**
 * A libSQL server as far as `@libsql/client` asks one over HTTP: pipelines of Hrana 2, and streams that go
 * on by baton. Each database is a file in `folder`; whoever comes without the token is turned away.
 * https://github.com/tursodatabase/libsql/blob/main/docs/HRANA_3_SPEC.md
 */
export async function startHranaServer(folder: string, token: string): Promise<HranaServer> {
  mkdirSync(folder, { recursive: true });
  const streams = new Map<string, Stream>();
  const app = new Hono<{ Bindings: HttpBindings }>();
  let isAnswerLost = false;
  app.post('/:name/v2/pipeline', async (c) => {
    if (c.req.header('Authorization') !== `Bearer ${token}`) return refuse(c, 401, 'AUTH_FAILED');
    const { baton, requests }: Pipeline = await c.req.json();
    const known = baton ? streams.get(baton) : openStream(folder, c.req.param('name'));
    if (!known) return refuse(c, 400, 'BATON_INVALID');
    if (baton) streams.delete(baton);
    const results = requests.map((ask) => answer(known, ask));
    const goesOn = known.db.isOpen ? crypto.randomUUID() : null;
    if (goesOn) streams.set(goesOn, known);
    if (isAnswerLost && requests.some(({ type }) => type === 'batch')) {
      isAnswerLost = false;
      c.env.incoming.socket.destroy();
    }
    return c.json({ baton: goesOn, base_url: null, results });
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}/`,
    loseNextAnswer() {
      isAnswerLost = true;
    },
    async close() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { db } of streams.values()) db.close();
    },
  };
}

function refuse(c: Context, status: 400 | 401, code: string) {
  return c.json({ message: `The server refuses: ${code}`, code } satisfies HranaError, status);
}

/** No waiting for a lock: this server has one thread, and who holds the lock could not let it go. */
function openStream(folder: string, name: string): Stream {
  const db = new DatabaseSync(join(folder, `${encodeURIComponent(name)}.db`), { timeout: 0 });
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;');
  return { db, texts: new Map() };
}

function answer(stream: Stream, ask: Ask) {
  try {
    return { type: 'ok', response: { type: ask.type, ...carryOut(stream, ask) } };
  } catch (error) {
    return { type: 'error', error: errorOf(error) };
  }
}

function carryOut({ db, texts }: Stream, ask: Ask): { result?: unknown } {
  switch (ask.type) {
    case 'execute':
      return { result: runStatement(db, textOf(texts, ask.stmt), ask.stmt) };
    case 'batch':
      return { result: runBatch(db, texts, ask.batch) };
    case 'sequence':
      db.exec(textOf(texts, ask));
      return {};
    case 'store_sql':
      texts.set(ask.sql_id, ask.sql);
      return {};
    case 'close_sql':
      texts.delete(ask.sql_id);
      return {};
    case 'close':
      db.close();
      return {};
  }
}

function textOf(texts: Map<number, string>, { sql, sql_id }: { sql?: string; sql_id?: number }): string {
  const text = sql ?? texts.get(sql_id ?? -1);
  if (text === undefined) throw new Error(`No text is stored as ${sql_id}.`);
  return text;
}

function runBatch(db: DatabaseSync, texts: Map<number, string>, { steps }: Batch) {
  const results: (ReturnType<typeof runStatement> | null)[] = [];
  const errors: (HranaError | null)[] = [];
  const holds = (condition: Condition): boolean => {
    if ('cond' in condition) return !holds(condition.cond);
    if ('conds' in condition)
      return condition.type === 'and' ? condition.conds.every(holds) : condition.conds.some(holds);
    return (condition.type === 'ok' ? results : errors)[condition.step] != null;
  };
  for (const [index, { condition, stmt }] of steps.entries()) {
    results[index] = null;
    errors[index] = null;
    if (condition && !holds(condition)) continue;
    try {
      results[index] = runStatement(db, textOf(texts, stmt), stmt);
    } catch (error) {
      errors[index] = errorOf(error);
    }
  }
  return { step_results: results, step_errors: errors };
}
