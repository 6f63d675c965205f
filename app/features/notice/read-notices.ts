import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { countUnreadNotices, listNotices } from '#db/tenant/queries/notices.ts';

type Reader = { db: TenantDb; control: ControlDb; userId: string };
export type NoticePage = Awaited<ReturnType<typeof readNotices>>;
export type ListedNotice = NoticePage['items'][number];

const pageSize = 100;

/** What a person was told, the newest first. `earlier`: where the next page begins; none: this is all. */
export async function readNotices({ db, control, userId }: Reader, before: string | null) {
  const rows = await listNotices(db, userId, pageSize + 1, before);
  const shown = rows.slice(0, pageSize);
  const names = await namesOf(
    control,
    shown.map(({ by }) => by),
  );
  return {
    items: shown.map(({ by, ...notice }) => ({ ...notice, who: names[by] ?? null })),
    earlier: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    unread: await countUnreadNotices(db, userId),
  };
}
