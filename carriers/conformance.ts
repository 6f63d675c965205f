import { describe, expect, it } from 'vitest';
import { expectAppliedOnce, expectDiscreet, orderOf } from './conformance-expectations.ts';
import { describeLimits, describeLostAnswers, describeTroubles } from './conformance-faults.ts';
import { type Fixture, fixtureFor } from './conformance-fixture.ts';
import { numbers, orderFor, settle, submit } from './conformance-world.ts';
import type { CarrierDefinition, Order } from './port.ts';
import type { SimulatorDefinition } from './simulation.ts';

/**
 * The one suite that every adapter passes, over its own simulator in one process and on a clock that only the
 * test moves. Kinds that the adapter leaves to a person are asked only to be refused and explained.
 */
export function describeCarrier(definition: CarrierDefinition, simulator: SimulatorDefinition): void {
  const fixture = fixtureFor(definition, simulator);
  describe(`carrier ${definition.id}`, () => {
    describe('reads', () => describeReads(fixture));
    describe('changes', () => describeChanges(fixture));
    describe('refusals', () => describeRefusals(fixture));
    describe('lost answers', () => describeLostAnswers(fixture));
    describe('troubles', () => describeTroubles(fixture));
    describe('limits and sessions', () => describeLimits(fixture));
  });
}

function describeReads({ open, carried, free, tariffs }: Fixture): void {
  it('reads a line', async () => {
    const read = await open().carrier.getLine(numbers.equipped);
    if (!read.ok) throw new Error(`getLine: ${read.failure.code}`);
    const { msisdn, tariff, options, blocked, balanceKopecks } = read.value;
    expect({ msisdn, tariff: tariff?.code, blocked }).toEqual({
      msisdn: numbers.equipped,
      tariff: tariffs.current,
      blocked: null,
    });
    if (carried.includes('option.connect')) expect(options.map(({ code }) => code)).toEqual([free.code]);
    expect([150_050, null]).toContain(balanceKopecks);
  });

  it('reads a balance alone as it does with the line', async () => {
    const { carrier } = open();
    const line = await carrier.getLine(numbers.equipped);
    const alone = await carrier.getBalance(numbers.equipped);
    expect(alone).toEqual({ ok: true, value: line.ok ? line.value.balanceKopecks : 'the line' });
  });

  it('has no balance of a number that it does not know', async () => {
    const read = await open().carrier.getBalance(numbers.stranger);
    expect(read.ok ? read.value : read.failure.class).toSatisfy(
      (told) => told === null || told === 'not_found' || told === 'forbidden_subscriber',
    );
  });

  it.each([
    ['wish', numbers.wished],
    ['operator', numbers.barred],
  ] as const)('tells a block by %s', async (by, msisdn) => {
    const read = await open().carrier.getLine(msisdn);
    expect(read).toMatchObject({ ok: true, value: { blocked: { by } } });
  });

  it('lists options and tariffs in kopecks, or says that it cannot', async () => {
    const { carrier } = open();
    const lists = [
      { read: await carrier.listOptions(numbers.plain), kind: 'option.connect', code: free.code },
      { read: await carrier.listTariffs(numbers.plain), kind: 'tariff.change', code: tariffs.next },
    ] as const;
    for (const { read, kind, code } of lists) {
      if (!read.ok) {
        expect([read.failure.class, carried.includes(kind)]).toEqual(['not_in_package', false]);
        continue;
      }
      expect(read.value.map((item) => item.code)).toContain(code);
      const fees = read.value.flatMap((item) => [item.feeOnceKopecks, item.feeMonthKopecks]);
      expect(fees.every((fee) => fee === null || (Number.isSafeInteger(fee) && fee >= 0))).toBe(true);
    }
  });
}

function describeChanges({ definition, open, carried, personal, subject, dropping }: Fixture): void {
  it.each(carried)('%s: previewed, submitted, observed, applied once', async (kind) => {
    const world = open({ knobs: { workMs: 60_000 } });
    const order = orderOf(subject, kind);
    expect(await world.carrier.preview(order)).toMatchObject({ ok: true });
    expect(world.simulator.ledger()).toEqual([]);
    const outcome = await submit(world, order);
    expect(await settle(world, order, outcome)).toEqual({ type: 'completed' });
    expectAppliedOnce(world, order);
  });

  it.each(carried)('%s: works when it takes effect at once', async (kind) => {
    const world = open();
    const order = orderOf(subject, kind);
    expect(await settle(world, order, await submit(world, order))).toEqual({ type: 'completed' });
    expectAppliedOnce(world, order);
  });

  it.each(personal)('%s: refused by the interface, explained to a person', async (kind) => {
    const world = open();
    const order = orderOf(subject, kind);
    expect((await submit(world, order)).type).toBe('refused');
    expect(world.mutations).toBe(0);
    const told = definition.instructions(order);
    expect([told.ru, told.en].every((text) => text.length > 20)).toBe(true);
  });

  it.runIf(carried.includes('tariff.change'))('a tariff that drops an option shows on the line', async () => {
    const world = open();
    const order = orderFor(numbers.droppable, { kind: 'tariff.change', tariffCode: dropping.tariff });
    expect(await settle(world, order, await submit(world, order))).toEqual({ type: 'completed' });
    expectAppliedOnce(world, order);
    expect(world.simulator.line(numbers.droppable)?.optionCodes).not.toContain(dropping.option);
  });

  it('a restarted simulator remembers what it applied', async () => {
    const world = open();
    const kind = carried[0] ?? 'line.block';
    const order = orderOf(subject, kind);
    await settle(world, order, await submit(world, order));
    const restarted = open({ ledger: [...world.simulator.ledger()] });
    expect(restarted.simulator.line(order.msisdn)).toEqual(world.simulator.line(order.msisdn));
    expect(restarted.simulator.ledger()).toEqual(world.simulator.ledger());
  });

  it.each([
    ['goes on with', {}],
    ['still fails', { failLater: 1 }],
  ])('a simulator restarted in the middle of the work %s what it took on', async (_, faults) => {
    for (const kind of carried) {
      const world = open({ knobs: { workMs: 60_000, faults } });
      const order = orderOf(subject, kind);
      const outcome = await submit(world, order);
      const accepted = JSON.parse(JSON.stringify(world.accepted));
      expect([outcome.type, accepted.length]).toEqual(['accepted', 1]);
      const restarted = open({ ledger: [...world.simulator.ledger()], accepted });
      expect(restarted.simulator.ledger()).toEqual([]);
      const result = await settle(restarted, order, outcome);
      expect(result).toEqual(await settle(world, order, outcome));
      expect(restarted.simulator.line(order.msisdn)).toEqual(world.simulator.line(order.msisdn));
      expect(restarted.simulator.ledger()).toEqual(world.simulator.ledger());
      expect(restarted.simulator.ledger()).toHaveLength('failLater' in faults ? 0 : 1);
      const again = open({ ledger: [...restarted.simulator.ledger()], accepted });
      again.pass(40 * 86_400_000);
      expect(again.simulator.ledger()).toEqual(world.simulator.ledger());
    }
  });
}

function describeRefusals({
  definition,
  open,
  carried,
  free,
  needy,
  rivals,
  tariffs,
  subject,
}: Fixture): void {
  const doesOptions = carried.includes('option.connect');
  const connect = (msisdn: Order['msisdn'], optionCode: string) =>
    orderFor(msisdn, { kind: 'option.connect', optionCode });

  it.runIf(doesOptions).each([
    ['a missing prerequisite', connect(numbers.plain, needy.code), ['precondition_missing']],
    ['a conflict', connect(numbers.rivalled, rivals.wanted), ['conflict_option']],
    ['already connected', connect(numbers.equipped, free.code), ['conflict_option', 'precondition_missing']],
    ['an unknown option', connect(numbers.plain, 'NOSUCH9'), ['invalid', 'not_found', 'conflict_option']],
  ])('previews and refuses %s', async (_, order, classes) => {
    const world = open();
    const preview = await world.carrier.preview(order);
    expect(preview.ok).toBe(false);
    if (!preview.ok) expect(classes).toContain(expectDiscreet(world, preview.failure).class);
    const outcome = await settle(world, order, await submit(world, order));
    expect(outcome.type).toBe('refused');
    expect(world.simulator.ledger()).toEqual([]);
  });

  it.runIf(carried.includes('line.unblock'))('leaves a block by the operator', async () => {
    const world = open();
    const order = orderFor(numbers.barred, { kind: 'line.unblock' });
    const outcome = await settle(world, order, await submit(world, order));
    expect(outcome).toMatchObject({ type: 'refused', failure: { class: 'blocked_by_operator' } });
    expect(world.simulator.ledger()).toEqual([]);
  });

  it('tells a number that is not ours from a bad session', async () => {
    const world = open();
    const { carrier } = world;
    await carrier.getLine(numbers.plain);
    const before = world.signIns;
    const read = await carrier.getLine(numbers.stranger);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(['forbidden_subscriber', 'not_found']).toContain(read.failure.class);
    const kind = carried[0] ?? 'line.block';
    const order = orderFor(numbers.stranger, subject(kind).change);
    const outcome = await submit(world, order);
    if (outcome.type !== 'refused') throw new Error(`a stranger's number was ${outcome.type}`);
    expect(['forbidden_subscriber', 'not_found']).toContain(expectDiscreet(world, outcome.failure).class);
    expect([world.signIns, world.simulator.ledger().length]).toEqual([before, 0]);
  });

  it.runIf(carried.includes('tariff.change'))('refuses a second change while one is pending', async () => {
    const world = open({ knobs: { workMs: 600_000 } });
    const first = orderOf(subject, 'tariff.change');
    const accepted = await submit(world, first);
    const second = orderFor(first.msisdn, { kind: 'tariff.change', tariffCode: tariffs.other });
    const settings = world.settings;
    const capability = definition.capabilities(settings)['tariff.change'];
    if (capability.by === 'carrier' && capability.dryRun) {
      const preview = await world.carrier.preview(second);
      expect(preview).toMatchObject({ ok: false, failure: { class: 'conflict_pending_change' } });
    }
    const refused = await settle(world, second, await submit(world, second));
    expect(refused).toMatchObject({ type: 'refused', failure: { class: 'conflict_pending_change' } });
    expect(await settle(world, first, accepted)).toEqual({ type: 'completed' });
    expectAppliedOnce(world, first);
  });
}
