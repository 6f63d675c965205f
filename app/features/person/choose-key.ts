import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Services } from '#app/platform/context.ts';
import { changeKey, type KeyChanges, type KeyRefusal, keyNames } from '#app/platform/key-map.ts';
import type { Result } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import { getUser } from '#db/control/queries/people.ts';
import { users } from '#db/control/schema.ts';

export const KeyInput = z.strictObject({ name: z.enum(keyNames), code: z.string().max(20) });

/** Another key for one thing, wherever this person sits down. */
export async function chooseKey(
  services: Services,
  userId: string,
  input: z.infer<typeof KeyInput>,
): Promise<Result<KeyChanges, KeyRefusal>> {
  const { control } = services.databases;
  const changed = changeKey((await getUser(control, userId))?.keyChanges ?? {}, input);
  if (changed.ok) await commit(control, [keysAre(services, userId, changed.value)]);
  return changed;
}

/** All keys as they come. */
export async function forgetKeys(services: Services, userId: string): Promise<void> {
  await commit(services.databases.control, [keysAre(services, userId, null)]);
}

function keysAre({ databases }: Services, userId: string, keyChanges: KeyChanges | null): Statement {
  return databases.control.update(users).set({ keyChanges }).where(eq(users.id, userId));
}
