import { readPeople } from '#app/features/shift/read-people.ts';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { midnightOf } from '#app/features/sla/wall-clock.ts';
import { readRequirement } from '#app/features/staffing/read-requirement.ts';
import { type Requirement, slotMs } from '#app/features/staffing/requirement.ts';
import type { TenantDb } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { listPublishedAt } from '#db/tenant/queries/shift-life.ts';
import { listAbsencesWithin, type PublishedShiftRow } from '#db/tenant/queries/shifts.ts';

type Kept = { key: string; until: number; requirement: Promise<Requirement> };

/** What is foretold changes at night and by a correction, and takes a tenth of a second to reckon; walls ask for it every second. */
const keptMs = 60_000;
const lastKept = prepared((_db: TenantDb): Kept[] => []);

/** Who is needed from a date until before another, and who was told to come, with his skills as bits. */
export async function readRostered(desk: ShiftDesk, span: { from: string; to: string }) {
  const { db, timeZone } = desk;
  const startsAt = midnightOf(span.from, timeZone);
  const instants = { from: new Date(startsAt), to: new Date(midnightOf(span.to, timeZone)) };
  const requirement = await requirementOf(desk, span);
  const [people, told, absences] = [
    await readPeople(desk, requirement.skills),
    await listPublishedAt(db, instants),
    await listAbsencesWithin(db, instants),
  ];
  const shiftsOf = Map.groupBy(told, ({ userId }) => userId);
  const rostered = people.map(({ userId, carriers }) => ({
    userId,
    skills: maskOf(requirement.skills, carriers),
    shifts: (shiftsOf.get(userId) ?? []).map(spanOf),
    away: absences
      .filter((absence) => absence.userId === userId)
      .map(({ fromAt, toAt }) => ({ from: fromAt.getTime(), to: toAt.getTime() })),
  }));
  return { requirement, startsAt, people, told, rostered };
}

/** As it was within the last minute. */
function requirementOf({ db, now, timeZone }: ShiftDesk, span: { from: string; to: string }) {
  const kept = lastKept(db);
  const [key, at] = [`${span.from} ${span.to}`, now.getTime()];
  const known = kept.find((one) => one.key === key && at < one.until && at >= one.until - keptMs);
  if (known) return known.requirement;
  const requirement = readRequirement(db, timeZone, span);
  const others = kept.filter((one) => one.key !== key && at < one.until);
  kept.splice(0, kept.length, ...others, { key, until: at + keptMs, requirement });
  requirement.catch(() => kept.splice(0, kept.length));
  return requirement;
}

/** Half hours of such a span with what each skill needs, by their place in it. */
export function slotsOf(
  { requirement, startsAt }: { requirement: Requirement; startsAt: number },
  first: number,
  end: number,
) {
  return Array.from({ length: end - first }, (_, slot) => ({
    from: startsAt + (first + slot) * slotMs,
    to: startsAt + (first + slot + 1) * slotMs,
    needs: requirement.bySkillAndSlot.map((needs) => needs[first + slot] ?? 0),
  }));
}

function spanOf({ id, startsAt, endsAt, breaks }: PublishedShiftRow) {
  return {
    id,
    from: startsAt.getTime(),
    to: endsAt.getTime(),
    breaks: breaks.map((one) => ({ from: one.startsAt, to: one.endsAt })),
  };
}

/** Work without a carrier asks for no skill. */
function maskOf(skills: readonly string[], carriers: readonly string[]): number {
  return skills.reduce(
    (mask, id, skill) => (id === '' || carriers.includes(id) ? mask | (1 << skill) : mask),
    0,
  );
}
