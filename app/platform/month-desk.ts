import type { RouterContextProvider } from 'react-router';
import type { MonthDesk } from '#app/features/closed-month/close-month.ts';
import { servicesContext, workplaceContext } from './context.ts';
import { requestDeskOf } from './request-desk.ts';

/** What the commands and readings of closed months are given, at the address this request came to. */
export function monthDeskOf(context: Readonly<RouterContextProvider>): MonthDesk {
  const { db, actor, now } = requestDeskOf(context);
  const { secretKey } = context.get(servicesContext);
  return { db, actor, now, secretKey, timeZone: context.get(workplaceContext).tenant.timeZone };
}
