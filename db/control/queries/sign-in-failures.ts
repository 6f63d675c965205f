import { eq, inArray, lt } from 'drizzle-orm';
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

export function failureKept(control: ControlDb, row: SignInFailureRow): Statement {
  const { key, ...failures } = row;
  return control
    .insert(signInFailures)
    .values({ key, ...failures })
    .onConflictDoUpdate({ target: signInFailures.key, set: failures });
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
