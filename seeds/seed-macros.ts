import { isNotNull } from 'drizzle-orm';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { topics } from '#db/tenant/schema/case.ts';
import { macros } from '#db/tenant/schema/contact.ts';
import { sharedMacros } from './macro-texts.ts';
import { planId, type TenantPlan } from './plan.ts';

/** Ready texts of everybody. After the contacts, which bring the topics. */
export async function seedMacros(db: TenantDb, plan: TenantPlan, now: Date): Promise<void> {
  const known = await db.select().from(topics).where(isNotNull(topics.parentId));
  const rows = sharedMacros.map(({ title, body, topic, actions }, index) => {
    const topicId = known.find((one) => one.title === topic)?.id;
    const id = planId(plan, 'macro', now, index);
    return {
      id,
      ownerId: null,
      title,
      body,
      actions: { ...actions, ...(topicId && { topicId }) },
      changedAt: now,
    };
  });
  await commit(db, [db.insert(macros).values(rows)]);
}
