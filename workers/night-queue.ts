import { z } from 'zod';
import { getTenant, type TenantRow } from '#db/control/queries/tenants.ts';
import type { TenantDb } from '#db/open.ts';
import {
  cancel,
  done,
  doublingBackoff,
  type QueueDefinition,
  snooze,
  type WorkContext,
} from './queue-definition.ts';

const Payload = z.object({ on: z.iso.date() });

type NightDesk = Pick<WorkContext, 'db' | 'services'> & { tenant: TenantRow };

type Night = {
  name: string;
  /** The night of a date as it was opened; `null`: it was not. */
  getRun(db: TenantDb, on: string): Promise<object | null>;
  /** Does a piece of it: small enough for a process that is asked to end. */
  walk(desk: NightDesk, on: string): Promise<'more' | 'over' | 'superseded'>;
};

/** A night's work of one date, done piece by piece, one night at a time. */
export function nightQueue({ name, getRun, walk }: Night): QueueDefinition<z.infer<typeof Payload>> {
  return {
    name,
    payload: Payload,
    // Every piece of the night counts as one.
    attempts: 10_000,
    backoffMs: doublingBackoff,
    concurrency: 1,
    gateCapacity: 1,
    async perform({ db, services }, { on }) {
      const tenant = await getTenant(services.databases.control, db.tenantId);
      if (!tenant) return cancel(`the tenant ${db.tenantId} is closed`);
      if (!(await getRun(db, on))) return cancel(`the night of ${on} was not opened here`);
      const came = await walk({ db, services, tenant }, on);
      if (came === 'superseded') return cancel(`a later night than that of ${on} was begun`);
      return came === 'more' ? snooze(0) : done;
    },
  };
}
