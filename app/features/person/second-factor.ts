import { Secret, TOTP } from 'otpauth';
import type { Role } from '#app/features/access/role.ts';

const mandatoryFor: readonly Role[] = ['admin', 'manager'];

/** `roles`: those of all tenants together. */
export function secondFactorIsMandatory(roles: readonly Role[]): boolean {
  return roles.some((role) => mandatoryFor.includes(role));
}

/** Whether a session still waits for the second factor. `roles`: those of all tenants together. */
export function secondFactorIsDue(
  secondFactorAt: Date | null,
  person: { hasSecondFactor: boolean; roles: readonly Role[] },
): boolean {
  return secondFactorAt === null && (person.hasSecondFactor || secondFactorIsMandatory(person.roles));
}

/** 160 random bits in base32, as RFC 4226 asks. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the authenticator application reads. */
export function otpauthLink(secret: string, email: string): string {
  return totp(secret, email).toString();
}

export function totpCode(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() });
}

/** The 30 s step the code belongs to, one step either side allowed; `null`: not a code of now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : totp(secret).counter({ timestamp }) + delta;
}

function totp(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Pult', label, secret: Secret.fromBase32(secret) });
}
