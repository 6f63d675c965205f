import { maskMsisdn } from './phone.ts';

/** Where a subscriber is reached, as pages show it: `a•••@example.com`, `+7 9•• •••-45-67`, `te•••`. */
export function maskAddress(address: string): string {
  if (address.startsWith('+7')) return maskMsisdn(address);
  const at = address.lastIndexOf('@');
  if (at > 0) return `${address.slice(0, 1)}•••${address.slice(at)}`;
  return `${address.slice(0, 2)}•••`;
}
