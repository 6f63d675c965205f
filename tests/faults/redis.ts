import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { Redis } from 'ioredis';
import { freePort } from '#tests/setup/free-port.ts';

/** A Redis of our own on a free port, with the persistence the desk asks for. `null`: none is installed. */
export async function startRedis(folder: string): Promise<OwnRedis | null> {
  if (spawnSync('redis-server', ['--version']).status !== 0) return null;
  mkdirSync(folder, { recursive: true });
  const redis = new OwnRedis(folder, await freePort());
  await redis.start();
  return redis;
}

export class OwnRedis {
  readonly url: string;
  readonly #arguments: string[];
  #process: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.url = `redis://127.0.0.1:${port}`;
    const listening = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    this.#arguments = [...listening, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', '--save', ''];
  }

  async start(): Promise<void> {
    this.#process = spawn('redis-server', this.#arguments, { stdio: 'ignore' });
    await this.#ask((client) => client.ping());
  }

  async wipe(): Promise<void> {
    await this.#ask((client) => client.flushall());
  }

  async stop(): Promise<void> {
    const ending = this.#process;
    if (!ending || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  }

  async #ask(question: (client: Redis) => Promise<unknown>): Promise<void> {
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: 100 });
    client.on('error', () => {});
    await question(client);
    client.disconnect();
  }
}
