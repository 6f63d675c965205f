import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listPersonExports } from '#db/tenant/queries/person-exports.ts';

export type ExportsView = Awaited<ReturnType<typeof readExports>>;

/** Which files with persons were taken, by whom and why. */
export async function readExports({ db, control }: { db: TenantDb; control: ControlDb }) {
  const exports = await listPersonExports(db);
  const names = await namesOf(
    control,
    exports.map(({ by }) => by),
  );
  return { exports: exports.map(({ by, ...row }) => ({ ...row, by: names[by] ?? '' })) };
}
