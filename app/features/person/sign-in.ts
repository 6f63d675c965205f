import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { startSession, type Visit } from '#app/platform/session.ts';
import { commit, type Statement } from '#db/commit.ts';
import {
  getUserByEmail,
  hasSignedInFrom,
  listMemberships,
  type UserRow,
} from '#db/control/queries/people.ts';
import { addressKnown, failuresForgiven } from '#db/control/queries/sign-in-failures.ts';
import { users } from '#db/control/schema.ts';
import { addressBlock } from './address-block.ts';
import { claimTry } from './claim-try.ts';
import { inTurn } from './in-turn.ts';
import { decideLockout, lockRules } from './lockout.ts';
import { hashPassword, needsRehash, verifyPassword } from './password-hash.ts';
import type { PersonRefusal, SignInInput } from './person.ts';
import { secondFactorIsMandatory } from './second-factor.ts';
import { sealedTotp } from './totp-secret.ts';

/** `next`: what still stands between the person and his desk. */
export type SignedIn = { cookie: string; next: 'desk' | 'code' | 'enrol' };

/** Says and costs the same for an unknown e-mail, a wrong password and a disabled person. */
export function signIn(
  services: Services,
  input: SignInInput,
  visit: Visit,
): Promise<Result<SignedIn, PersonRefusal>> {
  const keys = keysOf(input.email, addressBlock(visit.address));
  return inTurn(keys.account, () => inTurn(keys.address, () => tryPassword(services, input, visit, keys)));
}

async function tryPassword(
  services: Services,
  { email, password }: SignInInput,
  visit: Visit,
  keys: Keys,
): Promise<Result<SignedIn, PersonRefusal>> {
  const { control } = services.databases;
  const user = await getUserByEmail(control, email);
  const block = addressBlock(visit.address);
  const isKnown = user !== null && (await hasSignedInFrom(control, user.id, block));
  const claim = await claimSignIn(services, keys, isKnown);
  if (claim.until) return refuse({ code: 'locked', until: claim.until });

  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !isRight || user.disabledAt) return refuse({ code: 'wrong-credentials' });
  const forgiven = [...claim.takenBack, failuresForgiven(services.databases.control, keys.pair)];
  return ok(await letIn(services, user, password, visit, forgiven));
}

async function letIn(
  services: Services,
  user: UserRow,
  password: string,
  visit: Visit,
  forgiven: Statement[],
): Promise<SignedIn> {
  const { control } = services.databases;
  const roles = (await listMemberships(control, user.id)).map(({ role }) => role);
  const next = user.totpConfirmedAt ? 'code' : secondFactorIsMandatory(roles) ? 'enrol' : 'desk';
  const changed: Partial<UserRow> = {
    ...(user.passwordHash &&
      needsRehash(user.passwordHash) && { passwordHash: await hashPassword(password) }),
    ...(next === 'enrol' && !user.totpSecretSealed && { totpSecretSealed: sealedTotp(services, user.id) }),
  };
  await commit(control, [
    ...forgiven,
    ...(next === 'desk' ? [addressKnown(control, user.id, addressBlock(visit.address), services.now())] : []),
    ...(Object.keys(changed).length ? [control.update(users).set(changed).where(eq(users.id, user.id))] : []),
  ]);
  return { cookie: await startSession(services, user.id, visit), next };
}

type Keys = Record<'pair' | 'account' | 'address', string>;

/** Hashed: a password typed into the wrong field must not be kept. */
function keysOf(email: string, block: string): Keys {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  return {
    pair: `pair:${digest(`${email} ${block}`)}`,
    account: `account:${digest(email)}`,
    address: `address:${block}`,
  };
}

function claimSignIn(services: Services, keys: Keys, isKnownAddress: boolean) {
  const now = services.now();
  const counted = (['pair', 'account', 'address'] as const).map((name) => ({
    key: keys[name],
    rule: lockRules[name],
  }));
  return claimTry(
    services.databases.control,
    counted,
    ([pair = null, account = null, address = null]) =>
      decideLockout({ pair, account, address }, isKnownAddress, now),
    now,
  );
}
