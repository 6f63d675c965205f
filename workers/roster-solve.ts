import { z } from 'zod';
import { solveRoster } from '#app/features/shift/solve-roster.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { cancel, doublingBackoff, type QueueDefinition, snooze, written } from './queue-definition.ts';

const Payload = z.object({ rosterId: z.string(), solveId: z.string(), seconds: z.number(), by: z.string() });
/** Another process is at this plan, or was killed at it: asked again after so long, ms. */
const againMs = 10_000;

/** Solves a plan of shifts in a thread of its own; one at a time in a process. */
export const rosterSolve: QueueDefinition<z.infer<typeof Payload>> = {
  name: 'roster-solve',
  payload: Payload,
  // Waiting for a run that was killed counts as one.
  attempts: 100,
  backoffMs: doublingBackoff,
  concurrency: 1,
  gateCapacity: 1,
  async perform({ db, services, ending }, work) {
    const { control } = services.databases;
    const tenant = await getTenant(control, db.tenantId);
    if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
    const desk = { db, control, now: services.now, timeZone: tenant.timeZone, ending: () => ending(null) };
    const solved = await solveRoster(desk, work);
    if (solved === 'busy') return snooze(againMs);
    return solved === 'gone' ? cancel(`the run ${work.solveId} is not wanted any more`) : written;
  },
};
