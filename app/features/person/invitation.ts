import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Email, membershipFields, PersonName, roleFitsPlace, wrongPlace } from './person.ts';

export const invitationMs = 72 * 60 * 60_000;

export const InvitationInput = z
  .strictObject({ email: Email, ...membershipFields })
  .refine(({ role, tenantId }) => roleFitsPlace(role, tenantId), wrongPlace);
export type InvitationInput = z.infer<typeof InvitationInput>;
export const AcceptanceInput = z.strictObject({ name: PersonName, password: z.string() });
export type AcceptanceInput = z.infer<typeof AcceptanceInput>;

export function hashInvitation(token: string): string {
  return createHash('sha256').update(`invitation:${token}`).digest('hex');
}
