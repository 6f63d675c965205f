import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import type { ControlDb } from '#db/open.ts';
import { knownAddresses, signInFailures } from '../schema.ts';

type SignInFailureRow = typeof signInFailures.$inferSelect;

/** In the order of `keys`. */
export async function listSignInFailures(
  control: ControlDb,
  keys: string[],
): Promise<(SignInFailureRow | null)[]> {
  const rows = await control.select().from(signInFailures).where(inArray(signInFailures.key, keys));
  return keys.map((key) => rows.find((row) => row.key === key) ?? null);
}

/** Compare-and-set: whoever finds another row than `before` meets the key, and nothing of his batch is written. */
export function failureCounted(
  control: ControlDb,
  before: SignInFailureRow | null,
  after: SignInFailureRow,
): Statement[] {
  const inserted = control.insert(signInFailures).values(after);
  return before ? [control.delete(signInFailures).where(isStill(before)), inserted] : [inserted];
}

/** Unless more was counted meanwhile: then one too many stays. */
export function failureTakenBack(
  control: ControlDb,
  before: SignInFailureRow | null,
  after: SignInFailureRow,
): Statement {
  if (!before) return control.delete(signInFailures).where(isStill(after));
  return control.update(signInFailures).set(before).where(isStill(after));
}

function isStill({ key, count, firstAt }: SignInFailureRow) {
  return and(
    eq(signInFailures.key, key),
    eq(signInFailures.count, count),
    eq(signInFailures.firstAt, firstAt),
  );
}

export function failuresForgiven(control: ControlDb, key: string): Statement {
  return control.delete(signInFailures).where(eq(signInFailures.key, key));
}

export function failuresForgotten(control: ControlDb, firstBefore: Date): Statement {
  return control.delete(signInFailures).where(lt(signInFailures.firstAt, firstBefore));
}

/** For the batch of a complete sign-in. */
export function addressKnown(control: ControlDb, userId: string, address: string, lastAt: Date): Statement {
  return control
    .insert(knownAddresses)
    .values({ userId, address, lastAt })
    .onConflictDoUpdate({ target: [knownAddresses.userId, knownAddresses.address], set: { lastAt } });
}
