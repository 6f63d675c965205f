import { expect, it } from 'vitest';
import { expectAppliedOnce, expectDiscreet, orderOf } from './conformance-expectations.ts';
import type { Fixture } from './conformance-fixture.ts';
import {
  numbers,
  reconcile,
  settle,
  shortDeadlineMs,
  silentDeadlineMs,
  submit,
} from './conformance-world.ts';
import { type ChangeKind, DialError } from './port.ts';

/** Papers arrive by e-mail: nothing that can be read tells whether they were ordered. */
const isPaper = (kind: ChangeKind) => kind === 'invoice.order' || kind === 'details.order';

export function describeLostAnswers({ open, carried, subject }: Fixture): void {
  it.each(
    carried.flatMap((kind) => [[kind, 'hangAfterApplying'] as const, [kind, 'breakAfterApplying'] as const]),
  )('%s, %s: unknown, then found applied, never absent', async (kind, fault) => {
    const world = open({ knobs: { faults: { [fault]: 1 } } });
    const order = orderOf(subject, kind);
    await world.carrier.getLine(order.msisdn);
    world.deadlineMs = fault === 'hangAfterApplying' ? shortDeadlineMs : world.deadlineMs;
    world.afterMutation = () => world.simulator.turn({ faults: {} });
    const sentAt = world.now();
    expect((await submit(world, order)).type).toBe('unknown');
    expectAppliedOnce(world, order);
    expect(world.mutations).toBe(1);
    world.deadlineMs = 10_000;
    const found = await reconcile(world, order, sentAt);
    expect(isPaper(kind) ? ['applied', 'accepted', 'needs_human'] : ['applied', 'accepted']).toContain(
      found.type,
    );
    if (found.type === 'accepted') expect(await settle(world, order, found)).toEqual({ type: 'completed' });
    expectDiscreet(world, 'failure' in found ? found.failure : { text: found.evidence.detail ?? '' });
  });

  it.each(carried)('%s, hangBeforeApplying: unclear, and absent only after the proof time', async (kind) => {
    const world = open({ knobs: { faults: { hangBeforeApplying: 1 } } });
    const order = orderOf(subject, kind);
    await world.carrier.getLine(order.msisdn);
    world.deadlineMs = shortDeadlineMs;
    world.afterMutation = () => world.simulator.turn({ faults: {} });
    const sentAt = world.now();
    expect((await submit(world, order)).type).toBe('unknown');
    world.deadlineMs = 10_000;
    expect((await world.carrier.reconcile(order, { after: sentAt, before: sentAt })).type).toBe('unclear');
    world.pass(sentAt.getTime() + world.settings.absenceProofAfterMs + 1_000 - world.now().getTime());
    const proved = (await world.carrier.reconcile(order, { after: sentAt, before: sentAt })).type;
    expect(isPaper(kind) ? ['absent', 'needs_human'] : ['absent']).toContain(proved);
    expect(world.simulator.ledger()).toEqual([]);
  });

  it.each(carried.flatMap((kind) => [1, 2, 3, 4].map((seed) => [kind, seed] as const)))(
    '%s, accepted without a reference (seed %i): the ledger decides',
    async (kind, seed) => {
      const world = open({ seed, knobs: { faults: { acceptSilently: 1 } } });
      const order = orderOf(subject, kind);
      const sentAt = world.now();
      const outcome = await submit(world, order);
      const isApplied = world.simulator.ledger().length === 1;
      if (outcome.type === 'completed') return expect(isApplied).toBe(true);
      expect(['unknown', 'accepted']).toContain(outcome.type);
      const found = await reconcile(world, order, sentAt);
      const truth = isApplied ? ['applied', 'accepted'] : ['absent'];
      expect(isPaper(kind) ? [...truth, 'needs_human'] : truth).toContain(found.type);
    },
  );

  it.each(carried)(
    '%s, accepted without a reference, then silence: unknown, not unavailable',
    async (kind) => {
      const world = open({ knobs: { faults: { acceptSilently: 1 } } });
      const order = orderOf(subject, kind);
      await world.carrier.getLine(order.msisdn);
      world.afterMutation = () => {
        world.deadlineMs = silentDeadlineMs;
        world.simulator.turn({ hangUntil: Number.MAX_SAFE_INTEGER });
      };
      expect((await submit(world, order)).type).toBe('unknown');
    },
  );
}

export function describeTroubles({ open, carried, subject }: Fixture): void {
  it.each(carried)('%s, failed while being worked on: refused or left to a person', async (kind) => {
    const world = open({ knobs: { workMs: 60_000, faults: { failLater: 1 } } });
    const order = orderOf(subject, kind);
    const outcome = await settle(world, order, await submit(world, order));
    // A carrier that tells no status shows a failed order only by never applying it.
    if (outcome.type !== 'refused' && outcome.type !== 'needs_human')
      throw new Error(`it was ${outcome.type}`);
    expect(expectDiscreet(world, outcome.failure).code).not.toBe('');
    expect(world.simulator.ledger()).toEqual([]);
  });

  it.each(carried.flatMap((kind) => [[kind, 'unavailable'] as const, [kind, 'errorInside'] as const]))(
    '%s, %s: nothing applied, never taken for accepted',
    async (kind, fault) => {
      const world = open({ knobs: { faults: { [fault]: 1 } } });
      const order = orderOf(subject, kind);
      const sentAt = world.now();
      const outcome = await submit(world, order);
      expect(['refused', 'unavailable', 'unknown']).toContain(outcome.type);
      expect(world.simulator.ledger()).toEqual([]);
      if (outcome.type === 'unknown') expect(world.mutations).toBe(1);
      world.simulator.turn({ faults: {} });
      if (outcome.type === 'unknown' && !isPaper(kind)) {
        expect((await reconcile(world, order, sentAt)).type).toBe('absent');
      }
      expect(await settle(world, order, await submit(world, order))).toEqual({ type: 'completed' });
      expectAppliedOnce(world, order);
    },
  );
}

export function describeLimits({ open, carried, subject }: Fixture): void {
  it.each(carried)('%s: signs in again after a lost session and repeats once', async (kind) => {
    const world = open({ knobs: { faults: { expireSession: 1 } } });
    const order = orderOf(subject, kind);
    world.afterMutation = () => world.simulator.turn({ faults: {} });
    expect(await settle(world, order, await submit(world, order))).toEqual({ type: 'completed' });
    expect([world.signIns >= 2, world.mutations]).toEqual([true, 2]);
    expectAppliedOnce(world, order);
  });

  it.each([true, false])(
    'throttled, Retry-After %s: nothing applied, says when to come back',
    async (retryAfter) => {
      const world = open();
      const order = orderOf(subject, carried[0] ?? 'line.block');
      await world.carrier.getLine(order.msisdn);
      world.simulator.turn({ limits: [{ windowMs: 60_000, max: 0, retryAfter }] });
      const outcome = await submit(world, order);
      expect(outcome).toMatchObject({ type: 'unavailable', failure: { class: 'throttled' } });
      expect(outcome.type === 'unavailable' && (outcome.retryAfterMs ?? 0) > 0).toBe(true);
      const read = await world.carrier.getLine(order.msisdn);
      expect(read).toMatchObject({ ok: false, failure: { class: 'throttled' } });
      expect([world.simulator.ledger().length, world.simulator.counts().throttled >= 2]).toEqual([0, true]);
    },
  );

  it('lets the dial speak when the whole carrier hangs', async () => {
    const world = open({ knobs: { hangUntil: Number.MAX_SAFE_INTEGER } });
    world.deadlineMs = shortDeadlineMs;
    await expect(world.carrier.getLine(numbers.plain)).rejects.toBeInstanceOf(DialError);
  });
}
