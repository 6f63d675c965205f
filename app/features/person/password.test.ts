import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { passwordFault } from './password.ts';
import { hashPassword, needsRehash, verifyPassword } from './password-hash.ts';

test.each([
  ['короткий', 'short'],
  ['123456789', 'short'],
  ['1234567890', 'common'],
  ['QwertyUIOP', 'common'],
  ['qwertyuiop ', 'common'],
  ['aaaaaaaaaaaaaa', 'common'],
  ['Йцукен123456', 'common'],
  ['зфыыцщкв12', 'common'],
  ['йцукенгшщз', 'common'],
  ['пароль1234', 'common'],
  ['ghbdtnghbdtn', 'common'],
  ['x'.repeat(100) + 'yz'.repeat(60), 'long'],
  ['десять букв', null],
  ['correct horse', null],
])('%j is %s', (password, fault) => {
  expect(passwordFault(password)).toBe(fault);
});

test('a hundred thousand common passwords are refused, small letters or not', () => {
  const packed = readFileSync(new URL('common-passwords.txt.gz', import.meta.url));
  const common = gunzipSync(packed).toString().trimEnd().split('\n');
  expect(new Set(common).size).toBe(100_000);
  expect(common.filter((password) => password.length < 10)).toEqual([]);
  const some = common.filter((_, index) => index % 199 === 0).concat(common.slice(-1));
  expect(some.filter((password) => passwordFault(password.toUpperCase()) !== 'common')).toEqual([]);
});

test('a hash is argon2id at the OWASP parameters, and only its own password opens it', async () => {
  const hashed = await hashPassword('десять букв');
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hashed, 'десять букв')).toBe(true);
  expect(await verifyPassword(hashed, 'десять буко')).toBe(false);
  expect(await verifyPassword(null, 'десять букв')).toBe(false);
  expect(needsRehash(hashed)).toBe(false);
});

test('two ways to type one letter are one password', async () => {
  expect(await verifyPassword(await hashPassword('знаи\u0306 пароль'), 'знай пароль')).toBe(true);
});

test('a hash made more cheaply asks to be made again', async () => {
  expect(needsRehash(await hash('десять букв', { memoryCost: 8192, timeCost: 1 }))).toBe(true);
});
