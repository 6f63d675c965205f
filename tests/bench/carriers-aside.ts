import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CarrierSimulator, Knobs } from '#carriers/simulation.ts';
import type { SimulatorSpec } from '#seeds/host-simulators.ts';
import type { ThreadCall } from './simulator-thread.ts';

type Look = {
  /** CPU the thread has used so far. */
  cpuMs: number;
  carriers: { carrier: string; applied: number; counts: ReturnType<CarrierSimulator['counts']> }[];
};
export type CarriersAside = {
  originOf(carrier: string): string;
  turn(carrier: string, knobs: Partial<Knobs>): Promise<void>;
  look(): Promise<Look>;
  close(): Promise<void>;
};
type Asked = ThreadCall extends infer Call ? (Call extends unknown ? Omit<Call, 'id'> : never) : never;

/** Simulated carriers of one tenant on a thread of their own. */
export async function startCarriersAside(specs: SimulatorSpec[]): Promise<CarriersAside> {
  const thread = new Worker(new URL('./simulator-thread.ts', import.meta.url), { workerData: specs });
  const waiting = new Map<number, (result: unknown) => void>();
  let last = 0;
  const [first] = (await once(thread, 'message')) as [{ result: { carrier: string; origin: string }[] }];
  thread.on('message', ({ id, result }: { id: number; result: unknown }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  const ask = (call: Asked) =>
    new Promise<unknown>((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      thread.postMessage({ id, ...call });
    });
  return {
    originOf(carrier) {
      const found = first.result.find((one) => one.carrier === carrier);
      if (!found) throw new Error(`No simulator of ${carrier} runs.`);
      return found.origin;
    },
    turn: async (carrier, knobs) => void (await ask({ type: 'turn', carrier, knobs })),
    look: () => ask({ type: 'look' }) as Promise<Look>,
    async close() {
      await ask({ type: 'close' });
      await thread.terminate();
    },
  };
}
