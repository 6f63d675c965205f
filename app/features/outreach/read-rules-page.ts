import { dateAt } from '#app/features/sla/wall-clock.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { listContactRules, listOldestDebtors } from '#db/tenant/queries/outreach.ts';
import { decideNow, readContact } from './read-contact.ts';

/** So many debtors are looked at: each takes about a millisecond. */
const mostPreviewed = 200;
const channels = ['sms', 'call'] as const;

type Reader = { db: TenantDb; control: ControlDb; now: Date; timeZone: string };

/** The rules in force and before, and what they would let through this moment. */
export async function readRulesPage({ db, control, now, timeZone }: Reader) {
  const versions = await listContactRules(db);
  const names = await namesOf(
    control,
    versions.map(({ setBy }) => setBy),
  );
  return {
    versions: versions.map((one) => ({ ...one, author: names[one.setBy] ?? null })),
    currentId: versions.find(({ from }) => from <= now)?.id ?? null,
    today: dateAt(now.getTime(), timeZone),
    preview: await previewContacts(db, now),
  };
}

/** How many debtors could be contacted now, and which rules stand against how many, by channel. */
async function previewContacts(db: TenantDb, now: Date) {
  const people = await listOldestDebtors(db, mostPreviewed);
  const counts = channels.map((channel) => ({ channel, allowed: 0, refused: {} as Record<string, number> }));
  for (const { subscriberId } of people) {
    const standing = await readContact(db, subscriberId, now);
    if (!standing) continue;
    for (const count of counts) {
      const decided = decideNow(standing, { purpose: 'collection', channel: count.channel, at: now });
      if (decided.allowed) count.allowed += 1;
      else count.refused[decided.rule] = (count.refused[decided.rule] ?? 0) + 1;
    }
  }
  return { people: people.length, counts };
}
