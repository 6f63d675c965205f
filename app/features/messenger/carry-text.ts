import type { Delivery } from '#app/features/case/deliver-reply.ts';
import type { Pass } from '#app/features/outreach/pass.ts';
import { handToGateway } from './hand-to-gateway.ts';

/** `pass`: that the contact gate let it through. */
export type CarriedText = { channel: string; messageId: string; to: string; text: string; pass: Pass };

/** Hands one message to the gateway of the client company's messengers. */
export function carryText(
  gateway: { url: string; secret: string },
  { pass: _, ...message }: CarriedText,
  now: Date,
): Promise<Delivery> {
  return handToGateway(gateway, message, now);
}
