import type { z } from 'zod';
import type { Services } from '#app/platform/context.ts';
import type { Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import type { OpenedCarriers } from './carrier-desk.ts';

/** How a piece of work ended. The return value is the outcome; only bugs and outages throw. */
export type Outcome =
  | { type: 'done' }
  /** Not wanted any more; the reason is logged. */
  | { type: 'cancel'; reason: string }
  /** The same work again after so many milliseconds. */
  | { type: 'snooze'; ms: number }
  /** Its result was written, and its ending with it. */
  | { type: 'written' };

export const done: Outcome = { type: 'done' };
export const cancel = (reason: string): Outcome => ({ type: 'cancel', reason });
export const snooze = (ms: number): Outcome => ({ type: 'snooze', ms });
export const written: Outcome = { type: 'written' };

export type WorkServices = Omit<Services, 'carriers' | 'health'> & { carriers: OpenedCarriers };

export type WorkContext = {
  db: TenantDb;
  services: WorkServices;
  /** How often this piece of work was begun before. */
  tries: number;
  /** For the batch of the work's result: ends this piece of work, or wants it again after so many ms. */
  ending(againMs: number | null): Statement;
};

/** One queue: its name, what its work carries (ids only), and what is done. */
export type QueueDefinition<Payload = unknown> = {
  name: string;
  payload: z.ZodType<Payload>;
  /** Failed by throwing so often, the work is parked for a person with the error. */
  attempts: number;
  /** Wait after the n-th throw, ms. */
  backoffMs(attempt: number): number;
  /** How much of it one process does at once. */
  concurrency: number;
  /** How much of one tenant's may be in flight, when the gate of its work is the queue's own name. */
  gateCapacity?: number;
  perform(context: WorkContext, payload: Payload): Promise<Outcome>;
};

/** Doubles from a second to a minute. */
export function doublingBackoff(attempt: number): number {
  return Math.min(1000 * 2 ** attempt, 60_000);
}
