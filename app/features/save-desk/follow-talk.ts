import { and, eq, sql } from 'drizzle-orm';
import type { DraftInput } from '#app/features/request/draft-request.ts';
import type { RequestRefusal } from '#app/features/request/request-refusal.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import type { Result } from '#app/platform/result.ts';
import { commit, type Statement } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { callForFound } from '#db/outbox.ts';
import { listDepartures } from '#db/tenant/queries/churn.ts';
import { getSaveTalk, type SaveTalkRow } from '#db/tenant/queries/save-talks.ts';
import { saveTalks } from '#db/tenant/schema/save.ts';
import { decideSave } from './save-moves.ts';

export type FollowDesk = {
  db: TenantDb;
  now: Date;
  timeZone: string;
  /** In whose name; asked twice by one token it is one request. */
  order(input: DraftInput, by: string): Promise<Result<{ id: string }, RequestRefusal>>;
};
/** `againMs`: after how long it wants to be looked at again. */
type Followed = { againMs: number | null };

const lookEveryMs = 7 * 86_400_000;
const waitMs = 10 * 60_000;
const over: Followed = { againMs: null };
/** What a person at the carrier's own cabinet is asked for: no interface disconnects a number for good. */
const goodbye = 'Отключить номер и расторгнуть договор по заявлению абонента. Не откладывать.';

/**
 * What follows a closed talk: who stayed is watched until he counts, who leaves is let go and noted as gone. Asked
 * twice, or late, nothing is done twice. Null: there is no such talk.
 */
export async function followTalk(
  desk: FollowDesk,
  { saveId, version }: { saveId: string; version: number },
): Promise<Followed | null> {
  const row = await getSaveTalk(desk.db, saveId);
  if (!row) return null;
  if (row.version !== version || row.settledAt || !row.dueAt || !row.closedAt) return over;
  if (row.state === 'stayed') return watch(desk, row, row.closedAt, row.dueAt);
  return row.state === 'leaves' ? letGo(desk, row, row.dueAt) : over;
}

async function watch(desk: FollowDesk, row: SaveTalkRow, closedAt: Date, dueAt: Date): Promise<Followed> {
  const since = dateAt(closedAt.getTime(), desk.timeZone);
  const departures = await listDepartures(desk.db, row.lineId);
  const hasLeft = departures.some(({ on }) => on >= since);
  const leftMs = dueAt.getTime() - desk.now.getTime();
  if (!hasLeft && leftMs > 0) return { againMs: Math.min(leftMs, lookEveryMs) };
  const decided = decideSave(row.state, hasLeft ? 'lose' : 'count', 'worker');
  if (!decided.ok) throw new Error(`The talk ${row.id} was to be judged while it is "${row.state}".`);
  return settle(desk, row, { state: decided.to }, []);
}

async function letGo(desk: FollowDesk, row: SaveTalkRow, dueAt: Date): Promise<Followed> {
  const { db, now, timeZone } = desk;
  const leftMs = dueAt.getTime() - now.getTime();
  if (leftMs > 0) return { againMs: leftMs };
  const by = row.closedBy ?? 'worker';
  if (row.wish === 'disconnect') {
    const payload = { kind: 'other' as const, task: goodbye };
    const ordered = await desk.order(
      { lineId: row.lineId, payload, formToken: `goodbye-${row.id}-${row.version}` },
      by,
    );
    if (!ordered.ok) return { againMs: waitMs };
  }
  const kind = row.wish === 'disconnect' ? 'disconnected' : 'port-out';
  const told = { kind, on: dateAt(now.getTime(), timeZone), reason: row.reason, note: row.note ?? '', by };
  const queue = { queue: 'churn-departure', gate: 'churn-departure', lane: 'interactive' } as const;
  const payload = sql`${JSON.stringify({ lineId: row.lineId, ...told })}`;
  const settled = sql`from ${saveTalks} where ${saveTalks.id} = ${row.id} and ${saveTalks.version} = ${row.version + 1}`;
  const departure = callForFound(db, { ...queue, dueAt: now }, { payload, from: settled }, now);
  return settle(desk, row, {}, [departure]);
}

/** Whoever was faster, by settling it or by opening it again, has it. */
async function settle(
  { db, now }: FollowDesk,
  { id, version }: SaveTalkRow,
  set: Partial<SaveTalkRow>,
  more: Statement[],
): Promise<Followed> {
  const same = and(eq(saveTalks.id, id), eq(saveTalks.version, version));
  const change = db
    .update(saveTalks)
    .set({ ...set, settledAt: now, version: version + 1 })
    .where(same);
  await commit(db, [change, ...more], [{ topic: 'save', id }]);
  return over;
}
