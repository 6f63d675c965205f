import type { CaseKind } from '#app/features/case/case.ts';
import type { Capacity, PresenceState } from '#app/features/routing/routing.ts';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { agentProfiles, presences } from '#db/tenant/schema/routing.ts';
import { createDraws } from './draws.ts';
import type { TenantPlan } from './plan.ts';

type Skills = { carriers: string[]; kinds: CaseKind[]; languages: ('ru' | 'en')[]; capacity: Capacity };

/** What people can be given, in turn: everything, one carrier, papers and money, troubles in both languages. */
const skills: Skills[] = [
  { carriers: [], kinds: [], languages: [], capacity: { rest: 6, call: 1, chat: 3 } },
  { carriers: ['mts', 'beeline'], kinds: [], languages: ['ru'], capacity: { rest: 5, call: 1, chat: 2 } },
  {
    carriers: [],
    kinds: ['question', 'mistaken-payment', 'personal-data'],
    languages: ['ru'],
    capacity: { rest: 8, call: 1 },
  },
  {
    carriers: ['megafon'],
    kinds: ['fault', 'change', 'question'],
    languages: ['ru', 'en'],
    capacity: { rest: 4, call: 1, chat: 4 },
  },
];
const states: PresenceState[] = ['online', 'online', 'busy', 'away'];
const minuteMs = 60_000;

/**
 * Profiles of all who work at a tenant, and who of the colleagues is at work now. Nobody is given work by itself:
 * colleagues who only look present would never answer it.
 */
export async function seedTeam(
  db: TenantDb,
  plan: TenantPlan,
  team: { staff: readonly string[]; colleagues: readonly string[] },
  now: Date,
): Promise<void> {
  const draws = createDraws(plan.seed + 21);
  const profiles = team.staff.map((userId, index) => {
    const own = team.colleagues.includes(userId) ? skills[index % skills.length] : skills[0];
    return { userId, ...(own ?? skills[0]), isPushed: false, heldBackReason: null, changedAt: now } as const;
  });
  const present = team.colleagues.map((userId, index) => {
    const since = new Date(now.getTime() - draws.int(4, 190) * minuteMs);
    return { userId, state: states[index % states.length] ?? 'online', since, seenAt: now };
  });
  await commit(db, [
    db.insert(agentProfiles).values(profiles as (typeof agentProfiles.$inferInsert)[]),
    ...(present.length > 0 ? [db.insert(presences).values(present)] : []),
  ]);
}
