import type { RouterContextProvider } from 'react-router';
import type { Actor } from '#app/features/access/can.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { type CarrierDesk, servicesContext, workplaceContext } from './context.ts';

/** What the commands and pages of the knowledge are given, at the address this request came to. */
export function knowledgeDeskOf(context: Readonly<RouterContextProvider>): {
  db: TenantDb;
  control: ControlDb;
  actor: Actor;
  carriers: CarrierDesk;
  now: Date;
} {
  const { db, actor } = context.get(workplaceContext);
  const { databases, carriers, now } = context.get(servicesContext);
  return { db, control: databases.control, actor, carriers, now: now() };
}
