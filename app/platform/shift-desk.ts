import type { RouterContextProvider } from 'react-router';
import type { ShiftDesk } from '#app/features/shift/shift-desk.ts';
import { workplaceContext } from './context.ts';
import { requestDeskOf } from './request-desk.ts';

/** What the commands and readings of shifts are given, at the address this request came to. */
export function shiftDeskOf(context: Readonly<RouterContextProvider>): ShiftDesk {
  const { db, control, actor, now } = requestDeskOf(context);
  return { db, control, actor, now, timeZone: context.get(workplaceContext).tenant.timeZone };
}
