import type { Services } from '#app/platform/context.ts';
import { seal, unseal } from '#app/platform/seal.ts';
import { newTotpSecret } from './second-factor.ts';

const contextOf = (userId: string) => `totp:${userId}`;

export function sealedTotp(
  services: Pick<Services, 'secretKey'>,
  userId: string,
  secret = newTotpSecret(),
): string {
  return seal(services.secretKey, contextOf(userId), secret);
}

export function openTotp(services: Pick<Services, 'secretKey'>, userId: string, sealed: string): string {
  return unseal(services.secretKey, contextOf(userId), sealed);
}
