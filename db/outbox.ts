import { v7 as uuid } from 'uuid';
import type { Statement } from './commit.ts';
import type { TenantDb } from './open.ts';
import { outbox } from './tenant/schema/outbox.ts';

export type Work = {
  queue: string;
  payload: Record<string, unknown>;
  /** What is bounded together: a carrier account's id, or the queue's name. */
  gate: string;
  lane: 'interactive' | 'bulk';
  dueAt: Date;
};

/** The statement that calls for work: goes into the batch of the fact that needs it. */
export function callFor(db: TenantDb, work: Work, now: Date): Statement {
  return db.insert(outbox).values({ id: uuid(), ...work, createdAt: now });
}
