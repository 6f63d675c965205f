import type { Logger } from 'pino';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { finishWork, parkWork, snoozeWork } from '#db/tenant/queries/outbox.ts';
import { crashPoint } from './crash-points.ts';
import { queues } from './index.ts';
import type { QueueDefinition, WorkServices } from './queue-definition.ts';
import type { QueueStore, Ticket } from './queue-store.ts';

/** Lets this process work on every queue. A piece of work leaves the outbox only after its outcome is known. */
export function startWorkers(store: Pick<QueueStore, 'work'>, services: WorkServices, log: Logger): void {
  for (const queue of queues) {
    store.work(queue.name, queue.concurrency, async (ticket) => {
      const db = await services.databases.openTenant(ticket.tenantId);
      const { statement } = await end(queue, db, ticket, services, log);
      crashPoint('before-finish');
      if (statement) await commit(db, [statement]);
    });
  }
}

/**
 * What is left to be written; `null`: nothing. In an object, because a drizzle query is a thenable: awaited
 * bare, it would run on its own.
 */
type Ending = { statement: Statement | null };

async function end(
  queue: QueueDefinition,
  db: TenantDb,
  ticket: Ticket,
  services: WorkServices,
  log: Logger,
): Promise<Ending> {
  const about = { queue: queue.name, tenantId: ticket.tenantId, workId: ticket.workId, tries: ticket.tries };
  try {
    const payload = queue.payload.parse(ticket.payload);
    const ending = (againMs: number | null) => endOf(db, ticket, againMs, services.now());
    const outcome = await queue.perform({ db, services, tries: ticket.tries, ending }, payload);
    if (outcome.type === 'cancel')
      log.info({ ...about, reason: outcome.reason }, 'work is not wanted any more');
    if (outcome.type === 'written') return { statement: null };
    return { statement: ending(outcome.type === 'snooze' ? outcome.ms : null) };
  } catch (error) {
    log.error({ ...about, err: error }, 'work failed');
    if (ticket.tries + 1 >= queue.attempts) return { statement: parkWork(db, ticket.workId, String(error)) };
    const again = later(services.now(), queue.backoffMs(ticket.tries));
    return { statement: snoozeWork(db, ticket.workId, again) };
  }
}

function endOf(db: TenantDb, { workId }: Ticket, againMs: number | null, now: Date): Statement {
  return againMs === null ? finishWork(db, [workId]) : snoozeWork(db, workId, later(now, againMs));
}

function later(now: Date, ms: number): Date {
  return new Date(now.getTime() + ms);
}
