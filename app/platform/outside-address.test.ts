import { expect, test } from 'vitest';
import { isOutside } from './outside-address.ts';

test.each([
  ['93.184.216.34', true],
  ['127.0.0.1', false],
  ['0.0.0.0', false],
  ['10.0.0.5', false],
  ['172.31.255.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700::1111', true],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['pbx.example', false],
])('%s lies outside: %s', (address, outside) => {
  expect(isOutside(address)).toBe(outside);
});
