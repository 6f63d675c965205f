import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { MessageTold } from '#app/features/messenger/messenger.ts';
import { placeMessage } from '#app/features/messenger/place-message.ts';
import { readGateway } from '#app/features/messenger/set-gateway.ts';
import { servicesContext } from '#app/platform/context.ts';
import { refusal } from '#app/platform/http-errors.ts';
import { readSignedHook } from '#app/platform/signed-hook.ts';
import type { Route } from './+types/messages.ts';

/** The gateway of a client company's messengers tells what a subscriber wrote. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const heard = await readSignedHook(request, services, {
    tenantSlug: params.tenant,
    told: MessageTold,
    mostBytes: 128 * 1024,
    readSecret: async (given, tenantId) => (await readGateway(given, tenantId, 'messenger'))?.secret ?? null,
  });
  if (heard instanceof Response) return heard;
  const { db, told } = heard;
  const now = services.now();
  const filed = await hearSubscriber(db, await placeMessage(db, told, now), now);
  return filed.ok ? Response.json({ messageId: filed.value.messageId }) : refusal(filed.error);
}
