import { BlockList, isIP } from 'node:net';

/** Not of the public network: this machine, what is near it, and what nobody has (RFC 6890). */
const nearIPv4 = new BlockList();
nearIPv4.addSubnet('0.0.0.0', 8);
nearIPv4.addSubnet('10.0.0.0', 8);
nearIPv4.addSubnet('100.64.0.0', 10);
nearIPv4.addSubnet('127.0.0.0', 8);
nearIPv4.addSubnet('169.254.0.0', 16);
nearIPv4.addSubnet('172.16.0.0', 12);
nearIPv4.addSubnet('192.0.0.0', 24);
nearIPv4.addSubnet('192.168.0.0', 16);
nearIPv4.addSubnet('198.18.0.0', 15);
nearIPv4.addSubnet('224.0.0.0', 3);

/** All that is given to the public network of IPv6, but for the two that carry an IPv4 address inside. */
const publicIPv6 = new BlockList();
publicIPv6.addSubnet('2000::', 3, 'ipv6');
const tunnelled = new BlockList();
tunnelled.addSubnet('2001::', 32, 'ipv6');
tunnelled.addSubnet('2002::', 16, 'ipv6');

/** Whether an address is of the public network: neither this machine nor anything beside it answers there. */
export function isOutside(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !nearIPv4.check(address);
  return version === 6 && publicIPv6.check(address, 'ipv6') && !tunnelled.check(address, 'ipv6');
}
