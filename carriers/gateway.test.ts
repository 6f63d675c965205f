import { expect, test } from 'vitest';
import { seededLine } from '#tests/setup/seeded-line.ts';
import { openWorld } from '#tests/setup/world.ts';
import { traced } from './gateway.ts';

async function withLine(
  check: (
    world: Awaited<ReturnType<typeof openWorld>>,
    line: Awaited<ReturnType<typeof seededLine>>,
  ) => Promise<void>,
) {
  const line = await seededLine('mts', 7);
  const world = await openWorld('mts', { lines: [line] });
  try {
    await check(world, line);
  } finally {
    await world.close();
  }
}

test('after five failures the carrier is left alone, and nothing leaves', async () => {
  await withLine(async (world, line) => {
    const opened = await world.services.carriers.open('t1', 'a1');
    await opened.carrier.getLine(line.msisdn);
    world.simulator.turn({ hangUntil: Number.POSITIVE_INFINITY });
    while (opened.breaker() === 'closed') await opened.carrier.getLine(line.msisdn);
    const order = {
      orderKey: 'o',
      msisdn: line.msisdn,
      carrierLineId: null,
      change: { kind: 'line.block', reason: 'wish' },
    } as const;
    const before = world.simulator.counts().requests;
    const { result, wire } = await traced(() => opened.carrier.submit(order));
    expect(result).toMatchObject({
      type: 'unavailable',
      failure: { class: 'carrier_down' },
      retryAfterMs: 10_000,
    });
    expect(wire).toEqual([]);
    expect(world.simulator.counts().requests).toBe(before);
  });
});

test('the log of a submission shows neither token nor the full number', async () => {
  await withLine(async (world, line) => {
    const opened = await world.services.carriers.open('t1', 'a1');
    const order = {
      orderKey: 'o',
      msisdn: line.msisdn,
      carrierLineId: null,
      change: { kind: 'line.block', reason: 'wish' },
    } as const;
    const { wire } = await traced(() => opened.carrier.submit(order));
    const shown = JSON.stringify(wire);
    expect(wire.map((record) => record.operation)).toContain('token');
    expect(shown).not.toContain(line.msisdn.slice(2));
    expect(shown).not.toMatch(/"access_token\\?":\\?"[^•]/);
    expect(shown).not.toMatch(/Bearer \w/);
  });
});
