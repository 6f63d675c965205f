import { formatFor } from '#app/platform/format.ts';
import { createTexts } from '#app/platform/i18n.ts';
import type { TenantDb } from '#db/open.ts';
import { getFeedByHash, listOwnTold } from '#db/tenant/queries/shift-life.ts';
import { hashFeedToken } from './shift-feed.ts';
import { writeIcal } from './write-ical.ts';

const dayMs = 86_400_000;

/** The shifts of whoever holds the address, from a month ago on: his own hours and nothing of anybody else. Null: no such address. */
export async function readFeed(
  db: TenantDb,
  { name, timeZone }: { name: string; timeZone: string },
  token: string,
  now: Date,
): Promise<string | null> {
  const feed = await getFeedByHash(db, hashFeedToken(token));
  if (!feed) return null;
  const span = { from: new Date(now.getTime() - 31 * dayMs), to: new Date(now.getTime() + 120 * dayMs) };
  const texts = createTexts(feed.locale);
  const format = formatFor(feed.locale, timeZone);
  return writeIcal(await listOwnTold(db, feed.userId, span), {
    title: texts.t('life:feed.name', { name }),
    summary: texts.t('life:feed.summary', { name }),
    breaks: (spans) =>
      spans
        .map(({ from, to }) =>
          texts.t('life:feed.break', { from: hoursOf(format.clock(from)), to: hoursOf(format.clock(to)) }),
        )
        .join('\n'),
  });
}

function hoursOf(clock: string): string {
  return clock.slice(0, 5);
}
