import type { BenchContext, Measured } from './bench.ts';
import { startChild } from './child.ts';
import { fillQueueStand, queue, readQueue, summarise } from './queue-stand.ts';
import { signIn } from './sign-in.ts';
import { Stand } from './stand.ts';
import { rounded } from './statistics.ts';

/** The queue of the desk alone, and while a thread of the same process makes a roster of 300 people. */
export async function rosterDesk({ say }: BenchContext): Promise<Measured> {
  const stand = new Stand({});
  await fillQueueStand(stand);
  const child = startChild('tests/bench/web-process.ts', [], stand.childEnv());
  try {
    const { ports } = (await child.hear()) as { ports: [number] };
    const pult = `http://127.0.0.1:${ports[0]}`;
    const cookie = await signIn(pult, stand.env.PULT_ORIGIN);
    await readQueue(pult + queue, cookie);
    const idle = summarise(await readQueue(pult + queue, cookie));
    say(`idle: ${JSON.stringify(idle)}`);
    let isSolving = true;
    child.tell('solve');
    const solved = child.hear().then((answer) => {
      isSolving = false;
      return answer;
    });
    const busy = summarise(await readQueue(pult + queue, cookie, () => isSolving));
    say(`while it solves: ${JSON.stringify(busy)}`);
    const { gap } = (await solved) as { gap: number };
    const figures = { idle, busy, gap, medianTimes: rounded(busy.p50Ms / idle.p50Ms) };
    return { figures, limited: { deskP99Times: rounded(busy.p99Ms / idle.p99Ms) } };
  } finally {
    await child.end();
    await stand.close();
  }
}
