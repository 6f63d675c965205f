import { readBars } from '#app/features/admission/read-bars.ts';
import { listColleagues } from '#db/control/queries/colleagues.ts';
import { listProfiles } from '#db/tenant/queries/routing.ts';
import { listWorkTerms, type WorkTermsRow } from '#db/tenant/queries/shifts.ts';
import type { ShiftDesk } from './shift-desk.ts';

/** One who serves this client company. `terms`: empty until somebody writes down how he works; then he is planned. */
export type ShiftPersonRow = { userId: string; name: string; carriers: string[]; terms: WorkTermsRow | null };

/** Everybody who may be planned, by name, each with the carriers he has the skill of and is admitted to. */
export async function readPeople(
  { db, control, now }: Pick<ShiftDesk, 'db' | 'control' | 'now'>,
  carriers: readonly string[],
): Promise<ShiftPersonRow[]> {
  const people = await listColleagues(control, db.tenantId);
  const ids = people.map(({ id }) => id);
  const [barsFor, profiles, terms] = [
    await readBars(db, ids, now),
    new Map((await listProfiles(db)).map((row) => [row.userId, row])),
    new Map((await listWorkTerms(db)).map((row) => [row.userId, row])),
  ];
  return people.map(({ id, name }) => {
    const skills = profiles.get(id)?.carriers ?? [];
    const known = skills.length === 0 ? carriers : carriers.filter((carrier) => skills.includes(carrier));
    const barred = barsFor(id).carriers;
    const may = known.filter((carrier) => !barred.includes(carrier));
    return { userId: id, name, carriers: may, terms: terms.get(id) ?? null };
  });
}
