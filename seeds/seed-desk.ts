import type { TenantDb } from '#db/open.ts';
import type { TenantPlan } from './plan.ts';
import { seedGoodwill } from './seed-goodwill.ts';
import { seedIncidents } from './seed-incidents.ts';
import { seedLessons } from './seed-lessons.ts';
import { seedMacros } from './seed-macros.ts';
import { seedTeam } from './seed-team.ts';

/** User ids. `colleagues`: agents who only look present. */
export type DeskStaff = { agents: readonly string[]; leadId: string; colleagues: readonly string[] };

/** What stands around the cases of a tenant: its team, troubles of many, good deeds, lessons, ready texts. After the contacts. */
export async function seedDesk(
  db: TenantDb,
  plan: TenantPlan,
  { agents, leadId, colleagues }: DeskStaff,
  now: Date,
): Promise<void> {
  await seedTeam(db, plan, { staff: agents, colleagues }, now);
  await seedIncidents(db, plan, leadId, now);
  await seedGoodwill(db, plan, leadId, now);
  await seedLessons(db, plan, now);
  await seedMacros(db, plan, now);
}
