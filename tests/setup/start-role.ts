import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import own from '../../package.json' with { type: 'json' };

export type RunningRole = {
  process: ChildProcess;
  /** Where it listens; `null` for a worker. */
  port: number | null;
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A process of Pult as `npm run web`, `npm run worker` or `npm start` starts it, without npm around it. Given
 * when it runs; throws with its last words when it ends instead.
 */
export async function startRole(
  role: 'web' | 'worker' | 'start',
  env: Record<string, string | undefined>,
): Promise<RunningRole> {
  const words = own.scripts[role].split(' ');
  const at = words.indexOf('node');
  const settings = Object.fromEntries(words.slice(0, at).map((setting) => setting.split('=')));
  const child = spawn(process.execPath, words.slice(at + 1), {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings, LOG_LEVEL: 'info', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await readyPort(child);
  return {
    process: child,
    port,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

function readyPort(child: ChildProcess): Promise<number | null> {
  let said = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said = (said + chunk).slice(-20_000);
      const line = said.split('\n').find((text) => text.includes('"Pult runs"'));
      if (line) resolve((JSON.parse(line) as { port: number | null }).port);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`It ended before it ran. It said:\n${said}`)));
  });
}
