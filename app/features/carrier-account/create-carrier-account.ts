import { v7 as uuid } from 'uuid';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { getTenant } from '#db/control/queries/tenants.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import type { CarrierAccountInput, CarrierAccountRefusal } from './carrier-account.ts';

/** The credentials are sealed to the new account's id and are never shown again. */
export async function createCarrierAccount(
  services: Services,
  actor: Actor,
  { tenantId, carrier }: { tenantId: string; carrier: string },
  { credentials, ...input }: CarrierAccountInput,
): Promise<Result<{ id: string }, CarrierAccountRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'carrier-account:write')) return refuse({ code: 'forbidden' });
  if (!(await getTenant(control, tenantId))) return refuse({ code: 'tenant-not-found' });
  const form = services.carriers.forms[carrier];
  if (!form) return refuse({ code: 'carrier-not-found' });
  const settingsFaults = form.settingsFaults(input.settings);
  if (settingsFaults.length) return refuse({ code: 'wrong-settings', faults: settingsFaults });
  const faults = form.credentialsFaults(credentials);
  if (faults.length) return refuse({ code: 'credentials-faulty', faults });

  const id = uuid();
  const at = services.now();
  const credentialsSealed = seal(services.secretKey, `carrier-account:${id}`, JSON.stringify(credentials));
  const row = { id, tenantId, carrier, ...input, credentialsSealed, version: 1, createdAt: at };
  const detail = { carrier, title: input.title };
  await commitAudited(
    control,
    { at, actorId: actor.userId, tenantId, action: 'carrier-account.created', subject: id, detail },
    [control.insert(carrierAccounts).values(row)],
  );
  return ok({ id });
}
