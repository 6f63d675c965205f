import { z } from 'zod';
import { type Role, roles } from '#app/features/access/role.ts';

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'email' }).max(254, { error: 'email' }));
export const PersonName = z.string().trim().min(1, { error: 'name' }).max(120, { error: 'name' });

export const SignInInput = z.strictObject({
  email: Email,
  password: z.string().min(1, { error: 'required' }),
});
export type SignInInput = z.infer<typeof SignInInput>;
export const CodeInput = z.strictObject({
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, { error: 'code' })),
});
export const membershipFields = {
  role: z.enum(roles),
  /** Empty in a form: the whole centre. */
  tenantId: z
    .string()
    .trim()
    .transform((id) => id || null),
};
export const wrongPlace = { path: ['tenantId'], error: 'place' };
export const MembershipInput = z
  .strictObject(membershipFields)
  .refine(({ role, tenantId }) => roleFitsPlace(role, tenantId), wrongPlace);
export type MembershipInput = z.infer<typeof MembershipInput>;

/** An administrator runs the whole centre; everybody else works for a client company. */
export function roleFitsPlace(role: Role, tenantId: string | null): boolean {
  return (role === 'admin') === (tenantId === null);
}

/** Every expected no of the people commands. */
export type PersonRefusal =
  | { code: 'forbidden' }
  | { code: 'person-not-found' }
  | { code: 'invitation-not-found' }
  | { code: 'membership-not-found' }
  /** The client company of a role that is to be given. */
  | { code: 'place-not-found' }
  /** Unknown e-mail, wrong password and disabled person are one. */
  | { code: 'wrong-credentials' }
  | { code: 'wrong-password' }
  | { code: 'wrong-code' }
  | { code: 'used-code' }
  | { code: 'locked'; until: Date }
  | { code: 'weak-password'; fault: 'short' | 'long' | 'common' }
  | { code: 'already-a-person' }
  | { code: 'already-granted' }
  | { code: 'second-factor-is-mandatory' }
  | { code: 'not-oneself' };
