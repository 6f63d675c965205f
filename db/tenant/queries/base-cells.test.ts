import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { TenantDb } from '#db/open.ts';
import { makeLine, makeSubscriber } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { departures, lineLives } from '../schema/churn.ts';
import { lines, subscribers } from '../schema/subscriber.ts';

/** The cells of today, and the same counted from the rows they are of. */
async function readBoth(db: TenantDb) {
  const kept =
    await db.all(sql`select "by", what, key, "on", carrier_account_id as account, returned_on as back, lines
    from base_cells where lines <> 0 order by 1, 2, 3, 4, 5, 6`);
  const counted = await db.all(sql`
    with told as (
      select 'joined' as what, line_id, joined_on as "on", '' as account, '' as back from line_lives
      union all select d.kind, d.line_id, d."on", l.carrier_account_id, coalesce(d.returned_on, '')
        from departures d join lines l on l.id = d.line_id),
    apart as (
      select 'all' as "by", '' as key, t.* from told t
      union all select 'carrier', l.carrier, t.* from told t join lines l on l.id = t.line_id
      union all select 'tariff', coalesce(l.tariff_name, ''), t.* from told t join lines l on l.id = t.line_id)
    select "by", what, key, "on", account, back, count(*) as lines from apart group by 1, 2, 3, 4, 5, 6
    order by 1, 2, 3, 4, 5, 6`);
  return { kept, counted };
}

test('cells follow every joining, leaving, coming back and change of a line', async () => {
  const { db } = await openTestTenant();
  const [one, two] = [
    makeLine(1, { carrier: 'mts' }),
    makeLine(2, { carrier: 'beeline', tariffName: 'Всё' }),
  ];
  const noted = { reason: 'price', notedBy: 'w', notedAt: new Date(0) } as const;
  const steps = [
    [
      db.insert(subscribers).values([makeSubscriber(1), makeSubscriber(2)]),
      db.insert(lines).values([one, two]),
      db.insert(lineLives).values([
        { lineId: one.id, joinedOn: '2026-01-05' },
        { lineId: two.id, joinedOn: '2026-01-05' },
      ]),
    ],
    [db.insert(departures).values({ id: 'd', lineId: one.id, kind: 'port-out', on: '2026-02-01', ...noted })],
    [
      db
        .update(lines)
        .set({ carrier: 'megafon', tariffName: 'Новый', carrierAccountId: 'other' })
        .where(eq(lines.id, one.id)),
    ],
    [db.update(departures).set({ returnedOn: '2026-03-01' })],
    [db.update(lineLives).set({ joinedOn: '2025-12-31' }).where(eq(lineLives.lineId, two.id))],
    [db.delete(departures)],
    [db.delete(lineLives).where(eq(lineLives.lineId, one.id))],
  ];
  const sizes: number[] = [];
  for (const statements of steps) {
    expect(await commit(db, statements)).toMatchObject({ ok: true });
    const { kept, counted } = await readBoth(db);
    expect(kept).toEqual(counted);
    sizes.push(kept.length);
  }
  expect(sizes).toEqual([5, 8, 8, 8, 9, 6, 3]);
});
