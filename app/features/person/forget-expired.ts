import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { expiredSessionsEnd } from '#db/control/queries/sessions.ts';
import { failuresForgotten } from '#db/control/queries/sign-in-failures.ts';
import { lockRules } from './lockout.ts';

/** Sessions past their end and failures past their window. Once a day is enough. */
export async function forgetExpired(services: Pick<Services, 'databases' | 'now'>): Promise<void> {
  const { control } = services.databases;
  const now = services.now();
  const firstBefore = new Date(now.getTime() - lockRules.pair.windowMs);
  await commit(control, [expiredSessionsEnd(control, now), failuresForgotten(control, firstBefore)]);
}
