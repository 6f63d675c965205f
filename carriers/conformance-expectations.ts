import { expect } from 'vitest';
import { type Fixture, isReached } from './conformance-fixture.ts';
import { numbers, orderFor, type World } from './conformance-world.ts';
import type { ChangeKind, Failure, Order } from './port.ts';

export function orderOf(subject: Fixture['subject'], kind: ChangeKind): Order {
  const { msisdn, change } = subject(kind);
  return orderFor(msisdn, change);
}

export function expectAppliedOnce(world: World, order: Order): void {
  expect(world.simulator.ledger().map(({ msisdn, change }) => [msisdn, change.kind])).toEqual([
    [order.msisdn, order.change.kind],
  ]);
  expect(isReached(world.simulator.line(order.msisdn), order.change)).toBe(true);
}

/** No credential and no subscriber's number may leave the adapter in words. */
export function expectDiscreet<T extends Pick<Failure, 'text'>>(world: World, failure: T): T {
  const ownNumbers = Object.values(numbers).map((msisdn) => msisdn.slice(-10));
  const told = [...world.secrets, ...ownNumbers].filter((secret) => JSON.stringify(failure).includes(secret));
  expect(told).toEqual([]);
  return failure;
}
