import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { confirmRequest } from '#app/features/request/confirm-request.ts';
import { draftRequest } from '#app/features/request/draft-request.ts';
import type { Payload } from '#app/features/request/request.ts';
import { ownFailureCodes } from '#carriers/port.ts';
import { carriers } from '#carriers/registry.ts';
import type { Faults } from '#carriers/simulation.ts';
import { getRequest, listRequestEvents } from '#db/tenant/queries/requests.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { seededLine } from './setup/seeded-line.ts';
import { addLine, openWorld } from './setup/world.ts';

type World = Awaited<ReturnType<typeof openWorld>>;
const quarterHour = 15 * 60_000;

async function submit(world: World, lineId: string, payload: Payload) {
  const draft = await draftRequest(world.desk(), { lineId, payload, formToken: uuid() });
  if (!draft.ok) throw new Error(`not drafted: ${JSON.stringify(draft.error)}`);
  const confirmed = await confirmRequest(world.desk(), {
    requestId: draft.value.id,
    version: draft.value.version,
  });
  if (!confirmed.ok) throw new Error(`not confirmed: ${JSON.stringify(confirmed.error)}`);
  return draft.value.id;
}

const block: Payload = { kind: 'line.block', reason: 'wish' };

describe.each(Object.keys(carriers))('%s', (carrier) => {
  const run = async (faults: Partial<Faults>, check: (world: World, requestId: string) => Promise<void>) => {
    const line = await seededLine(carrier, 4567);
    const world = await openWorld(carrier, { lines: [line] });
    try {
      const id = await submit(world, await addLine(world, line, carrier), block);
      world.simulator.turn({ faults });
      await world.settle(2 * quarterHour);
      await check(world, id);
      expect(await world.db.select().from(outbox)).toEqual([]);
    } finally {
      await world.close();
    }
  };

  test('a request goes all the way and the line shows it', async () => {
    await run({}, async (world, id) => {
      expect((await getRequest(world.db, id))?.state).toBe('done');
      expect(world.simulator.ledger()).toHaveLength(1);
      const events = (await listRequestEvents(world.db, id)).map((row) => row.event);
      expect(events.slice(0, 3)).toEqual(['drafted', 'submitted', 'sending-started']);
    });
  });

  test.each(['hangAfterApplying', 'breakAfterApplying'] as const)('%s: done, applied once', async (fault) => {
    await run({ [fault]: 1 }, async (world, id) => {
      expect((await getRequest(world.db, id))?.state).toBe('done');
      expect(world.simulator.ledger()).toHaveLength(1);
    });
  });

  test('a carrier that never applies is asked, sent to again, and at last a person is called', async () => {
    await run({ hangBeforeApplying: 1 }, async (world, id) => {
      const request = await getRequest(world.db, id);
      expect(request?.state).toBe('manual');
      expect(world.simulator.ledger()).toEqual([]);
      const events = await listRequestEvents(world.db, id);
      const proof = events.find(({ event }) => event === 'proven-absent');
      expect(proof?.note).toEqual({
        evidence: {
          code: expect.toBeOneOf(['nothing-shows-it', 'line-lacks-it']),
          detail: expect.any(String),
        },
      });
      expect(events.at(-1)?.note).toMatchObject({
        failure: { code: expect.toBeOneOf([...ownFailureCodes]) },
      });
    });
  });

  test('no request stays unconfirmed longer than a quarter of an hour', async () => {
    await run({ hangBeforeApplying: 1, unavailable: 0.5 }, async (world) => {
      const rows = await world.db.select().from(requests).where(eq(requests.state, 'unconfirmed'));
      expect(rows).toEqual([]);
    });
  });
});
