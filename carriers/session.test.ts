import { expect, test } from 'vitest';
import { createSession } from './session.ts';

const minute = 60_000;

function signIns(expiresAt: () => Date | null = () => null) {
  let made = 0;
  const signIn = async () => {
    made += 1;
    return { value: `token-${made}`, expiresAt: expiresAt() };
  };
  return { signIn, made: () => made };
}

test('many callers share one sign-in', async () => {
  const { signIn, made } = signIns();
  const session = createSession(signIn, () => new Date(0));
  expect(await Promise.all([session.get(), session.get(), session.get()])).toEqual([
    'token-1',
    'token-1',
    'token-1',
  ]);
  expect(made()).toBe(1);
});

test('it is renewed at its end', async () => {
  let now = 0;
  const { signIn } = signIns(() => new Date(now + minute));
  const session = createSession(signIn, () => new Date(now));
  await session.get();
  now = minute - 1;
  expect(await session.get()).toBe('token-1');
  now = minute;
  expect(await session.get()).toBe('token-2');
});

test('only the value that failed is dropped, once', async () => {
  const { signIn, made } = signIns();
  const session = createSession(signIn, () => new Date(0));
  const old = await session.get();
  session.drop(old);
  expect(await session.get()).toBe('token-2');
  session.drop(old);
  expect(await session.get()).toBe('token-2');
  expect(made()).toBe(2);
});

test('a failed sign-in is tried again by the next caller', async () => {
  let fails = true;
  const session = createSession(
    async () => {
      if (fails) throw new Error('down');
      return { value: 'token', expiresAt: null };
    },
    () => new Date(0),
  );
  await expect(session.get()).rejects.toThrow('down');
  fails = false;
  expect(await session.get()).toBe('token');
});
