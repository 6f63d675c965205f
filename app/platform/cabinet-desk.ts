import type { RouterContextProvider } from 'react-router';
import { cabinetContext } from './cabinet-guards.ts';
import { servicesContext } from './context.ts';

/** What the commands about debts are given by a subscriber in his cabinet. */
export function cabinetMoneyDesk(context: Readonly<RouterContextProvider>) {
  const { tenant, db, actor } = context.get(cabinetContext);
  return { db, actor, now: context.get(servicesContext).now(), timeZone: tenant.timeZone };
}
