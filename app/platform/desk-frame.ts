import type { RouterContextProvider } from 'react-router';
import { mayOf } from '#app/features/access/may.ts';
import { filterOf, parseRequestQuery } from '#app/features/request/request-query.ts';
import type { TenantDb } from '#db/open.ts';
import { countOpenMatching, countOpenRequests } from '#db/tenant/queries/requests.ts';
import { listSavedViews } from '#db/tenant/queries/saved-views.ts';
import { personContext, servicesContext, workplaceContext } from './context.ts';
import { readFrame } from './frame-data.ts';

export type DeskFrame = Awaited<ReturnType<typeof readDeskFrame>>;

/** What surrounds every page of one client company's desk, for this person: his areas, views and counts. */
export async function readDeskFrame(context: Readonly<RouterContextProvider>) {
  const { tenant, db, actor } = context.get(workplaceContext);
  const { carriers, now } = context.get(servicesContext);
  const { locale } = context.get(personContext);
  const { slug, name, colour, timeZone } = tenant;
  const titles = Object.entries(carriers.titles).map(([id, title]) => [id, title[locale]] as const);
  return {
    ...(await readFrame(context)),
    workplace: { slug, name, colour, timeZone },
    carriers: Object.fromEntries(titles) as Record<string, string>,
    may: mayOf(actor),
    openCounts: await countOpenRequests(db),
    views: await countViews(db, actor.userId),
    now: now(),
  };
}

async function countViews(db: TenantDb, userId: string) {
  const views = await listSavedViews(db, userId);
  return Promise.all(
    views.map(async (view) => {
      const filter = filterOf(parseRequestQuery(new URLSearchParams(view.query)), userId);
      return { ...view, openCount: await countOpenMatching(db, filter) };
    }),
  );
}
