import type { TenantDb } from '#db/open.ts';
import { type Requirement, slotsOf } from './requirement.ts';

/** How many are needed from the date `from` until before `to`, by what is foretold; no skills: nothing is known yet. */
export async function readRequirement(
  _db: TenantDb,
  timeZone: string,
  span: { from: string; to: string },
): Promise<Requirement> {
  return { skills: [], ...slotsOf(timeZone, span), bySkillAndSlot: [] };
}
