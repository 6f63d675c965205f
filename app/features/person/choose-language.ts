import { eq } from 'drizzle-orm';
import type { Services } from '#app/platform/context.ts';
import { commit } from '#db/commit.ts';
import { users } from '#db/control/schema.ts';

export async function chooseLanguage(services: Services, userId: string, locale: 'ru' | 'en'): Promise<void> {
  const { control } = services.databases;
  await commit(control, [control.update(users).set({ locale }).where(eq(users.id, userId))]);
}
