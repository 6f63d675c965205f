import type { Services } from '#app/platform/context.ts';
import {
  getMailbox,
  getMessengerLink,
  getPbxLink,
  getRobotLink,
  isFormOpen,
} from '#db/control/queries/channels.ts';
import { listPeople } from '#db/control/queries/people.ts';
import type { TenantRow } from '#db/control/queries/tenants.ts';
import { listExtensions } from '#db/tenant/queries/calls.ts';
import { withCredentials } from './open-mailbox.ts';

/** Everything by which a client company's subscribers reach it, for the page that sets it. No password. */
export async function readChannels({ databases, secretKey, env }: Services, tenant: TenantRow) {
  const { control } = databases;
  const row = await getMailbox(control, tenant.id);
  const link = await getPbxLink(control, tenant.id);
  const messenger = await getMessengerLink(control, tenant.id);
  const robot = await getRobotLink(control, tenant.id);
  const seats = new Map(
    (await listExtensions(await databases.openTenant(tenant.id))).map(({ userId, number }) => [
      userId,
      number,
    ]),
  );
  const people = (await listPeople(control)).filter(({ disabledAt, memberships }) =>
    memberships.some(
      ({ role, tenant: place }) => role !== 'client' && !disabledAt && place?.id === tenant.id,
    ),
  );
  const { origin } = new URL(env.PULT_ORIGIN);
  return {
    mailbox: row && storedOf(row, withCredentials(row, secretKey).login),
    form: { isOpen: await isFormOpen(control, tenant.id), address: `${origin}/f/${tenant.slug}` },
    messenger: {
      address: `${origin}/hooks/messages/${tenant.slug}`,
      stored: messenger && { url: messenger.url, since: messenger.createdAt },
    },
    robot: { stored: robot && { url: robot.url, since: robot.createdAt } },
    pbx: { secretSince: link?.createdAt ?? null, address: `${origin}/hooks/pbx/${tenant.slug}` },
    people: people.map(({ id, name }) => ({ id, name, extension: seats.get(id) ?? '' })),
  };
}

function storedOf(row: NonNullable<Awaited<ReturnType<typeof getMailbox>>>, login: string) {
  const { address, senderName, imap, smtp, authservId, version } = row;
  return { address, senderName, imap, smtp, authservId, version, login };
}
