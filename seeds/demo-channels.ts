import { setPbxSecret } from '#app/features/call/set-pbx-secret.ts';
import { setMailbox } from '#app/features/mail/set-mailbox.ts';
import { readGateway, setGateway } from '#app/features/messenger/set-gateway.ts';
import type { Result } from '#app/platform/result.ts';
import type { SeedServices } from './demo-world.ts';
import { type ExchangeHost, hostExchange } from './host-exchange.ts';
import { hostMail, type MailHost, mailCredentials } from './host-mail.ts';
import { hostMessenger, type MessengerHost } from './host-messenger.ts';
import { type TenantPlan, tenantOf } from './plan.ts';

/** The other ends of one demo tenant's channels. */
export type DemoChannel = {
  plan: TenantPlan;
  mail: MailHost;
  messenger: MessengerHost;
  robot: MessengerHost;
  exchange: ExchangeHost;
};

const portsEach = 5;

/** Mail servers, messengers and telephone exchanges of these tenants, on loopback. `firstPort` 0: any free ones. */
export function hostChannels(
  plans: readonly TenantPlan[],
  firstPort: number,
  startedAt: Date,
): Promise<DemoChannel[]> {
  // Numbers anew what the mailbox has at each start, for it begins empty. Must fit into 32 bits.
  const uidValidity = Math.floor(startedAt.getTime() / 1000);
  return Promise.all(
    plans.map(async (plan, index) => {
      const { id: tenantId } = tenantOf(plan);
      const port = firstPort === 0 ? 0 : firstPort + index * portsEach;
      const address = `help@${plan.slug}.example`;
      const mail = await hostMail({ tenantId, address, port, uidValidity });
      const messenger = await hostMessenger(tenantId, port === 0 ? 0 : port + 2);
      const exchange = await hostExchange(port === 0 ? 0 : port + 3);
      const robot = await hostMessenger(tenantId, port === 0 ? 0 : port + 4);
      return { plan, mail, messenger, robot, exchange };
    }),
  );
}

export async function closeChannels(channels: readonly DemoChannel[]): Promise<void> {
  await Promise.all(
    channels.flatMap(({ mail, messenger, robot, exchange }) =>
      [mail, messenger, robot, exchange].map((host) => host.close()),
    ),
  );
}

/** Sets the channels of new tenants as an administrator does. */
export async function connectChannels(
  services: SeedServices,
  channels: readonly DemoChannel[],
  adminId: string,
): Promise<void> {
  const admin = { userId: adminId, name: '', roles: ['admin' as const] };
  for (const { plan, mail, messenger, robot } of channels) {
    const { tenantId } = mail;
    const server = (port: number) => ({ host: '127.0.0.1', port, secure: false });
    const mailbox = {
      address: mail.address,
      senderName: plan.name,
      imap: server(mail.imapPort),
      smtp: server(mail.smtpPort),
      authservId: null,
      ...mailCredentials,
    };
    demand(await setMailbox(services, admin, { tenantId, version: 0 }, mailbox));
    demand(await setGateway(services, admin, tenantId, 'messenger', { url: messenger.url }));
    demand(await setGateway(services, admin, tenantId, 'robot', { url: robot.url }));
    demand(await setPbxSecret(services, admin, tenantId));
  }
}

function demand(set: Result<unknown, { code: string }>): void {
  if (!set.ok) throw new Error(`A channel of the demo could not be set: ${set.error.code}.`);
}

/** Tells the messengers where Pult listens and by which key; at each start, once Pult runs. */
export async function joinMessengers(
  services: SeedServices,
  channels: readonly DemoChannel[],
  origin: string,
): Promise<void> {
  for (const { plan, messenger, robot } of channels) {
    const own = await readGateway(services, robot.tenantId, 'robot');
    if (own) robot.connect({ address: robot.url, secret: own.secret });
    const link = await readGateway(services, messenger.tenantId, 'messenger');
    if (!link) continue;
    messenger.connect({ address: `${origin}/hooks/messages/${plan.slug}`, secret: link.secret });
  }
}
