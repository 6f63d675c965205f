import { expect, test } from 'vitest';
import { maskAddress } from './mask-address.ts';

test.each([
  ['anna.serova@example.com', 'a•••@example.com'],
  ['"a@b"@example.com', '"•••@example.com'],
  ['+79161234567', '+7 9•• •••-45-67'],
  ['telegram:77812', 'te•••'],
  ['@anna_serova', '@a•••'],
])('%s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});
