import type { RouterContextProvider } from 'react-router';
import type { CampaignDesk } from '#app/features/campaign/campaign-desk.ts';
import { workplaceContext } from './context.ts';
import { requestDeskOf } from './request-desk.ts';

/** What the commands and readings of campaigns are given, at the address this request came to. */
export function campaignDeskOf(context: Readonly<RouterContextProvider>): CampaignDesk {
  const { db, actor, now } = requestDeskOf(context);
  return { db, actor, now, timeZone: context.get(workplaceContext).tenant.timeZone };
}
