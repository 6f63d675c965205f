import { expect, test } from 'vitest';
import { type Action, canWith } from './can.ts';

const subscriber = { roles: [], subscriberId: 's-1' };

test.each<[string, Parameters<typeof canWith>[0], Action, string | null, boolean]>([
  ['a subscriber promises for what is his', subscriber, 'debt:promise', 's-1', true],
  ['not for what is another’s', subscriber, 'debt:promise', 's-2', false],
  ['nor for what is nobody’s', subscriber, 'debt:promise', null, false],
  ['he does not suspend his own line', subscriber, 'debt:suspend', 's-1', false],
  ['he reads no desk', subscriber, 'debt:read', 's-1', false],
  ['a colleague promises for anybody', { roles: ['agent'] }, 'debt:promise', 's-1', true],
  ['a client company does not', { roles: ['client'] }, 'debt:promise', 's-1', false],
  ['nobody known is nobody’s owner', { roles: [] }, 'debt:promise', null, false],
])('%s', (_what, actor, action, owner, expected) => {
  expect(canWith(actor, action, owner)).toBe(expected);
});
