import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commitAudited } from '#db/audit.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateDatabase } from '#db/migrate.ts';
import { databaseUrlOf, type TenantInput, type TenantRefusal } from './tenant.ts';

/** Killed between the row and its database, the next `db:migrate` makes the database; its managers begin a card. */
export async function createTenant(
  services: Services,
  actor: Actor,
  input: TenantInput,
): Promise<Result<{ id: string }, TenantRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'tenant:write')) return refuse({ code: 'forbidden' });
  const id = uuid();
  const databaseUrl = databaseUrlOf(services.env.PULT_TENANT_URL, id);
  const at = services.now();
  const created = await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId: id, action: 'tenant.created', subject: id, detail: input },
    [control.insert(tenants).values({ id, ...input, databaseUrl, createdAt: at })],
  );
  if (!created.ok) return refuse({ code: 'slug-taken' });
  const db = await services.databases.openUnchecked(id);
  await migrateDatabase(db, 'tenant');
  await commit(db, storeDefaultCard(db, { id: uuid(), by: actor.userId, at }));
  return ok({ id });
}
