import { expect, test } from 'vitest';
import type { Health } from '#app/platform/health.ts';
import { judgeHealth } from './judge-health.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const account = { id: 'a', tenant: 'Т', carrier: 'mts', title: 'Д', inFlight: 0, waiting: 9 };
const tenant = { id: 't', name: 'Т', outboxDue: 900, oldestDueAt: ago(99), unconfirmed: 1, parked: 0 };
const health = (
  breaker: 'closed' | 'open' | 'half-open',
  oldestUnconfirmedAt: Date | null,
  parked = 0,
): Health => ({
  queues: [],
  accounts: [{ ...account, breaker }],
  tenants: [{ ...tenant, oldestUnconfirmedAt, parked }],
});

test.each([
  [health('closed', null), []],
  [health('closed', ago(15)), []],
  [health('closed', ago(16)), ['troubleUnconfirmed']],
  [health('open', ago(16)), ['troubleUnconfirmed', 'troubleBreaker']],
  [health('half-open', null, 2), ['troubleBreaker', 'troubleParked']],
])('troubles %#', (snapshot, troubles) => {
  expect(judgeHealth(snapshot, now)).toEqual(troubles);
});
