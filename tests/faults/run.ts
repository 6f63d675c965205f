import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDraws } from '#seeds/draws.ts';
import { createFastClock } from '#seeds/fast-clock.ts';
import { checkWorld, type Verdict } from './check-world.ts';
import { ContactTraffic } from './contact-traffic.ts';
import { disturbContacts } from './contact-world.ts';
import { DeskHandle } from './desk-handle.ts';
import { type FaultWorld, openFaultWorld } from './fault-world.ts';
import { planRounds, type Round } from './nemesis.ts';
import { type OwnRedis, startRedis } from './redis.ts';
import { Traffic } from './traffic.ts';

/** `npm run faults -- --rounds N --seed S --json`: real processes, real deaths, then the carriers' ledgers. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    seed: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
  },
});
/** Five minutes of the desk pass in one: forty deaths come within a quarter of an hour of its time. */
const speed = 5;
const settleWithinMs = 240_000;
const say = (text: string) => process.stderr.write(`${text}\n`);

type Players = { traffic: Traffic; contacts: ContactTraffic };

async function playRound(
  world: FaultWorld,
  redis: OwnRedis | null,
  { traffic, contacts }: Players,
  round: Round,
): Promise<string> {
  const url = round.queue === 'redis' ? redis?.url : undefined;
  if (round.store === 'wiped')
    await (url ? redis?.wipe() : rmSync(join(world.dataDir, 'queue'), { recursive: true, force: true }));
  if (round.store === 'restarted') {
    await redis?.stop();
    await redis?.start();
  }
  const crashAt = 'at' in round.death ? round.death.at : undefined;
  const desk = await DeskHandle.start(world, { redisUrl: url, crashAt });
  const death = 'afterMs' in round.death ? round.death.afterMs : 6000;
  traffic.play(desk, world);
  contacts.play(desk);
  const how = await desk.dieWithin(death);
  traffic.stop();
  contacts.stop();
  return how;
}

async function main(): Promise<Verdict> {
  const startedAt = Date.now();
  const seed = Number(values.seed);
  const draws = createDraws(seed);
  const folder = mkdtempSync(join(tmpdir(), 'pult-faults-'));
  const clock = createFastClock(speed, startedAt);
  const redis = await startRedis(join(folder, 'redis'));
  const world = await openFaultWorld({ dataDir: join(folder, 'data'), seed, speed, startedAt, clock });
  const traffic = new Traffic(draws, world);
  const contacts = new ContactTraffic(draws, world.contacts);
  disturbContacts(world.contacts, draws);
  try {
    const rounds = planRounds(draws, Number(values.rounds), redis !== null);
    const deaths: Record<string, number> = {};
    for (const [index, round] of rounds.entries()) {
      const how = await playRound(world, redis, { traffic, contacts }, round);
      deaths[how] = (deaths[how] ?? 0) + 1;
      say(
        `round ${index + 1}: ${round.queue}, store ${round.store}, died ${how}; ${traffic.acknowledged.size} acknowledged`,
      );
    }
    say('The faults stop; everything must settle.');
    for (const { simulator } of world.host.hosted) simulator.turn({ faults: {} });
    disturbContacts(world.contacts, null);
    const desk = await DeskHandle.start(world, { redisUrl: undefined, crashAt: undefined });
    await desk.settle(settleWithinMs);
    await desk.end();
    return await checkWorld(
      world,
      { traffic, contacts },
      {
        deaths,
        rounds: rounds.length,
        redis: redis !== null,
        startedAt,
      },
    );
  } finally {
    await redis?.stop();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const verdict = await main();
process.stdout.write(`${values.json ? JSON.stringify(verdict) : JSON.stringify(verdict, null, 2)}\n`);
process.exit(verdict.ok ? 0 : 1);
