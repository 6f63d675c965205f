import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process under measurement, ended with `end`. */
export type Child = {
  /** The next thing it tells. Throws when it ends instead. */
  hear(): Promise<unknown>;
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
  const hear = () =>
    new Promise<unknown>((resolve, reject) => {
      const ended = () => reject(new Error(`${script} ended while it was measured.`));
      child.once('exit', ended);
      child.once('message', (message) => {
        child.off('exit', ended);
        resolve(message);
      });
    });
  return {
    hear,
    async cpuMs() {
      child.send('cpu');
      const { cpuUs } = (await hear()) as { cpuUs: NodeJS.CpuUsage };
      return (cpuUs.user + cpuUs.system) / 1000;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
