import type { RouterContextProvider } from 'react-router';
import { can } from '#app/features/access/can.ts';
import { mayOf } from '#app/features/access/may.ts';
import { countCaseView, readCaseCounts } from '#app/features/case/read-case-counts.ts';
import { readDebtCounts } from '#app/features/debt/read-debt-counts.ts';
import { filterOf, parseRequestQuery } from '#app/features/request/request-query.ts';
import type { TenantDb } from '#db/open.ts';
import { countAdmissionNews } from '#db/tenant/queries/admission.ts';
import { listOpenIncidents } from '#db/tenant/queries/incidents.ts';
import { countUnreadNotices } from '#db/tenant/queries/notices.ts';
import { countOpenMatching, countOpenRequests } from '#db/tenant/queries/requests.ts';
import { getPresence } from '#db/tenant/queries/routing.ts';
import { listSavedViews, type SavedView } from '#db/tenant/queries/saved-views.ts';
import { carrierTitlesFor } from './carrier-titles.ts';
import { servicesContext, workplaceContext } from './context.ts';
import { readFrame } from './frame-data.ts';

export type DeskFrame = Awaited<ReturnType<typeof readDeskFrame>>;

/** What surrounds every page of one client company's desk, for this person: his areas, views and counts. */
export async function readDeskFrame(context: Readonly<RouterContextProvider>) {
  const { tenant, db, actor } = context.get(workplaceContext);
  const { now } = context.get(servicesContext);
  const { slug, name, colour, timeZone } = tenant;
  return {
    ...(await readFrame(context)),
    workplace: { slug, name, colour, timeZone },
    carriers: carrierTitlesFor(context),
    may: mayOf(actor),
    openCounts: await countOpenRequests(db),
    views: await countViews(db, actor.userId, now()),
    presence: can(actor, 'case:write') ? ((await getPresence(db, actor.userId))?.state ?? 'offline') : null,
    admissionNews: can(actor, 'admission:take') ? await countAdmissionNews(db, actor.userId) : 0,
    incidents: (await listOpenIncidents(db)).map(({ id, number, banner }) => ({ id, number, banner })),
    caseCounts: can(actor, 'case:read') ? await readCaseCounts(db, actor.userId, now()) : null,
    unreadNotices: can(actor, 'case:read') ? await countUnreadNotices(db, actor.userId) : null,
    debtCounts: await readDebtCounts(db, actor, now(), timeZone),
    now: now(),
  };
}

async function countViews(db: TenantDb, userId: string, now: Date) {
  const views = await listSavedViews(db, userId);
  return Promise.all(
    views.map(async (view) => ({ ...view, openCount: await countView(db, userId, view, now) })),
  );
}

function countView(db: TenantDb, userId: string, { area, query }: SavedView, now: Date): Promise<number> {
  if (area === 'case') return countCaseView(db, userId, query, now);
  return countOpenMatching(db, filterOf(parseRequestQuery(new URLSearchParams(query)), userId));
}
