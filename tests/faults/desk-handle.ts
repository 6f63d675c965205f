import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { CrashPoint } from '#workers/crash-points.ts';
import type { FaultWorld } from './fault-world.ts';
import type { Ask, Say } from './messages.ts';

const script = fileURLToPath(new URL('./desk-process.ts', import.meta.url));
const startWithinMs = 60_000;
type Conditions = { redisUrl: string | undefined; crashAt: CrashPoint | undefined };

/** A running desk process as the harness holds it. */
export class DeskHandle {
  readonly #child: ChildProcess;
  readonly #gone: Promise<string>;
  readonly #listeners = new Set<(said: Say) => void>();

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('error', () => {});
    child.on('message', (said: Say) => {
      for (const listener of this.#listeners) listener(said);
    });
    this.#gone = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    });
  }

  /** Returns once it takes requests, or once it has died on the way there. */
  static async start(world: FaultWorld, conditions: Conditions): Promise<DeskHandle> {
    const child = fork(script, [String(world.speed), String(world.startedAt)], {
      env: {
        ...world.env,
        ...(conditions.redisUrl ? { REDIS_URL: conditions.redisUrl } : {}),
        ...(conditions.crashAt ? { PULT_CRASH_AT: conditions.crashAt } : {}),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const desk = new DeskHandle(child);
    const ready = new Promise((resolve) => desk.listen((said) => said.type === 'ready' && resolve(said)));
    await Promise.race([ready, desk.#gone, setTimeout(startWithinMs, null, { ref: false })]);
    return desk;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null && this.#child.connected;
  }

  listen(listener: (said: Say) => void): void {
    this.#listeners.add(listener);
  }

  ask(ask: Ask): void {
    if (this.isAlive) this.#child.send(ask, () => {});
  }

  /** Waits for its own death; kills it when the time is over. Says how it went. */
  async dieWithin(ms: number): Promise<string> {
    const own = await Promise.race([this.#gone, setTimeout(ms, null)]);
    if (own !== null) return 'at its point';
    this.#child.kill('SIGKILL');
    await this.#gone;
    return 'by kill -9';
  }

  async settle(withinMs: number): Promise<void> {
    const answer = new Promise<Say>((resolve) => {
      this.listen((said) => (said.type === 'settled' || said.type === 'failed') && resolve(said));
    });
    this.ask({ type: 'settle', withinMs });
    const said = await Promise.race([answer, this.#gone]);
    if (typeof said === 'string') throw new Error(`The desk ended while settling: ${said}.`);
    if (said.type === 'failed') throw new Error(said.reason);
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }
}
