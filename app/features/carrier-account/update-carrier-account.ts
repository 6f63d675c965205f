import { and, eq } from 'drizzle-orm';
import { type Actor, can } from '#app/features/access/can.ts';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { commitAudited } from '#db/audit.ts';
import { type CarrierAccountRow, getCarrierAccount } from '#db/control/queries/carrier-accounts.ts';
import { carrierAccounts } from '#db/control/schema.ts';
import type { CarrierAccountInput, CarrierAccountRefusal } from './carrier-account.ts';

/** `version`: the one the form was filled from. A credential left empty stays as it is. */
export async function updateCarrierAccount(
  services: Services,
  actor: Actor,
  account: { tenantId: string; id: string; version: number },
  { credentials: typed, ...input }: CarrierAccountInput,
): Promise<Result<null, CarrierAccountRefusal>> {
  const { control } = services.databases;
  if (!can(actor, 'carrier-account:write')) return refuse({ code: 'forbidden' });
  const row = await getCarrierAccount(control, account.tenantId, account.id);
  const form = row && services.carriers.forms[row.carrier];
  if (!row || !form) return refuse({ code: 'carrier-account-not-found' });
  if (row.version !== account.version) return refuse({ code: 'conflict' });
  const settingsFaults = form.settingsFaults(input.settings);
  if (settingsFaults.length) return refuse({ code: 'wrong-settings', faults: settingsFaults });
  const given = Object.entries(typed).filter(([, value]) => value !== '');
  const credentials = given.length
    ? { ...openCredentials(services, row), ...Object.fromEntries(given) }
    : null;
  const faults = credentials ? form.credentialsFaults(credentials) : [];
  if (faults.length) return refuse({ code: 'credentials-faulty', faults });

  const at = services.now();
  const detail = { title: input.title, newCredentials: given.map(([name]) => name) };
  const sealed =
    credentials && seal(services.secretKey, `carrier-account:${row.id}`, JSON.stringify(credentials));
  const changed = { ...input, version: row.version + 1, ...(sealed && { credentialsSealed: sealed }) };
  const unchangedYet = and(eq(carrierAccounts.id, row.id), eq(carrierAccounts.version, row.version));
  await commitAudited(
    control,
    {
      at,
      actorId: actor.userId,
      tenantId: row.tenantId,
      action: 'carrier-account.changed',
      subject: row.id,
      detail,
    },
    [control.update(carrierAccounts).set(changed).where(unchangedYet)],
  );
  return ok(null);
}

function openCredentials({ secretKey }: Services, row: CarrierAccountRow): Record<string, string> {
  return JSON.parse(unseal(secretKey, `carrier-account:${row.id}`, row.credentialsSealed));
}
