import { readEnv } from '#app/platform/env.ts';
import { createLog } from '#app/platform/log.ts';
import { type CreateServer, type Role, run } from '#workers/run.ts';

const roles: readonly Role[] = ['all', 'web', 'worker'];

function readRole(word = 'all'): Role {
  const role = roles.find((known) => known === word);
  if (!role) throw new Error(`There is no role "${word}". Say one of: ${roles.join(', ')}.`);
  return role;
}

/** `serve.ts [all|web|worker]`: a process of Pult until SIGTERM or SIGINT. */
try {
  const role = readRole(process.argv[2]);
  const env = readEnv();
  const log = createLog(env);
  // Loaded by those who serve: a worker does without the pages.
  const createServer: CreateServer = async (services) =>
    (await import('#app/server.ts')).createServer(services);
  const running = await run({ env, role, log, createServer });
  log.info({ role, port: running.port, origin: env.PULT_ORIGIN, queue: running.store.kind }, 'Pult runs');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
