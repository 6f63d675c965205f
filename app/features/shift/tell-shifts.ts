import { sql } from 'drizzle-orm';
import type { Statement } from '#db/commit.ts';
import { columns, rowsFrom, textsIn } from '#db/json-rows.ts';
import type { TenantDb } from '#db/open.ts';
import type { PublishedShiftRow, ShiftRow } from '#db/tenant/queries/shifts.ts';
import { publishedShifts } from '#db/tenant/schema/shift.ts';
import type { Unpublished } from './compare-published.ts';

export type Difference = Unpublished<ShiftRow, PublishedShiftRow>;

/** The statements that say of each shift what its owner has been told. */
export function tellShifts(
  db: TenantDb,
  { added, changed, cancelled }: Difference,
  { now, lateBefore }: { now: Date; lateBefore: string },
): Statement[] {
  const rows = [...added, ...changed];
  const gone = textsIn(cancelled.map(({ id }) => id));
  const cells = rows.map((row) => [
    ...[row.id, row.rosterId, row.userId, row.date, row.startsAt.getTime(), row.endsAt.getTime()],
    ...[row.breaks, row.skill, row.templateId, [row.version, isLate(row, lateBefore, now) ? 1 : 0]],
  ]);
  const rest = sql`value -> 9 ->> 0, ${now.getTime()}, null, value -> 9 ->> 1, null, null`;
  return [
    db
      .update(publishedShifts)
      .set({ cancelledAt: now, ackAt: null })
      .where(sql`${publishedShifts.id} ${gone}`),
    ...(rows.length === 0
      ? []
      : [
          db
            .insert(publishedShifts)
            .select(sql`select ${columns(9)}, ${rest} ${rowsFrom(cells)}`)
            .onConflictDoUpdate({
              target: publishedShifts.id,
              set: {
                userId: sql`excluded.user_id`,
                date: sql`excluded.date`,
                startsAt: sql`excluded.starts_at`,
                endsAt: sql`excluded.ends_at`,
                breaks: sql`excluded.breaks`,
                skill: sql`excluded.skill`,
                templateId: sql`excluded.template_id`,
                version: sql`excluded.version`,
                publishedAt: now,
                ackAt: null,
                needsConsent: sql`excluded.needs_consent`,
                consentAt: null,
                cancelledAt: null,
              },
            }),
        ]),
  ];
}

/** Too near for the law: it holds only with consent. Of what is over nothing is asked. */
export const isLate = ({ date, endsAt }: ShiftRow, lateBefore: string, now: Date) =>
  date < lateBefore && endsAt > now;
