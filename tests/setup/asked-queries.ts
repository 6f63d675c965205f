import type { InStatement } from '@libsql/client';
import type { TenantDb } from '#db/open.ts';

/** The queries that `ask` sends to the database, and how SQLite goes about each. Writes in batches are not among them. */
export async function askedQueries(db: TenantDb, ask: () => Promise<unknown>) {
  const client = db.$client;
  const execute = client.execute.bind(client);
  const asked: InStatement[] = [];
  client.execute = ((statement: InStatement) => {
    asked.push(statement);
    return execute(statement);
  }) as typeof client.execute;
  try {
    await ask();
  } finally {
    client.execute = execute as typeof client.execute;
  }
  return {
    count: asked.length,
    /** The steps of each different query, in SQLite's words; what it does within another step is indented. */
    async plans(): Promise<string[][]> {
      const texts = new Map(asked.map((one) => [typeof one === 'string' ? one : one.sql, one]));
      return Promise.all(
        [...texts].map(async ([text, one]) => {
          const args = typeof one === 'string' ? [] : (one.args ?? []);
          const plan = await execute({ sql: `explain query plan ${text}`, args });
          const depths = new Map<unknown, number>();
          return plan.rows.map(({ id, parent, detail }) => {
            const depth = parent === 0 ? 0 : (depths.get(parent) ?? 0) + 1;
            depths.set(id, depth);
            return `${'  '.repeat(depth)}${detail}`;
          });
        }),
      );
    },
  };
}
