import type { RouterContextProvider } from 'react-router';
import { workplaceContext } from './context.ts';
import { requestDeskOf } from './request-desk.ts';

/** What the commands about debts are given: dates without a time are of the tenant's zone. */
export function debtDeskOf(context: Readonly<RouterContextProvider>) {
  return { ...requestDeskOf(context), timeZone: context.get(workplaceContext).tenant.timeZone };
}
