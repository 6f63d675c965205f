import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process under measurement, ended with `end`. */
export type Child = {
  /** The next thing it tells. Throws when it ends instead. */
  hear(): Promise<unknown>;
  tell(message: string): void;
  /** CPU used so far, ms. */
  cpuMs(): Promise<number>;
  end(): Promise<void>;
};

const root = fileURLToPath(new URL('../..', import.meta.url));

export function startChild(script: string, args: string[], env: Record<string, string>): Child {
  const child = fork(script, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.stdout?.resume();
  const told: unknown[] = [];
  child.on('message', (message) => told.push(message));
  const hear = async () => {
    while (told.length === 0) {
      if (hasEnded(child)) throw new Error(`${script} ended while it was measured.`);
      await Promise.race([once(child, 'message'), once(child, 'exit')]);
    }
    return told.shift();
  };
  return {
    hear,
    tell: (message) => void child.send(message),
    async cpuMs() {
      child.send('cpu');
      const { cpuUs } = (await hear()) as { cpuUs: NodeJS.CpuUsage };
      return (cpuUs.user + cpuUs.system) / 1000;
    },
    async end() {
      if (hasEnded(child)) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
