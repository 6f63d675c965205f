import { parentPort, workerData } from 'node:worker_threads';
import { hostSimulators, type SimulatorSpec } from '#seeds/host-simulators.ts';

/** Hosts simulated carriers on a thread of their own, so that they take no time of the measured one. */
export type ThreadCall = { id: number } & (
  | { type: 'turn'; carrier: string; knobs: NonNullable<SimulatorSpec['knobs']> }
  | { type: 'look' }
  | { type: 'close' }
);

const host = await hostSimulators(workerData as SimulatorSpec[]);
parentPort?.postMessage({ id: 0, result: host.hosted.map(({ carrier, origin }) => ({ carrier, origin })) });
parentPort?.on('message', async (call: ThreadCall) => {
  parentPort?.postMessage({ id: call.id, result: await answer(call) });
  if (call.type === 'close') parentPort?.close();
});

async function answer(call: ThreadCall): Promise<unknown> {
  if (call.type === 'close') return host.close();
  if (call.type === 'look') {
    const { user, system } = process.threadCpuUsage();
    return { cpuMs: (user + system) / 1000, carriers: host.hosted.map(look) };
  }
  for (const { carrier, simulator } of host.hosted) if (carrier === call.carrier) simulator.turn(call.knobs);
}

function look({ carrier, simulator }: (typeof host.hosted)[number]) {
  return { carrier, applied: simulator.ledger().length, counts: simulator.counts() };
}
