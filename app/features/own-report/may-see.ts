import { type Actor, can } from '#app/features/access/can.ts';
import type { Sharing } from './own-report.ts';

type Report = { sharing: Sharing; createdBy: string };

/** Whether somebody is shown a report: his own, one of those who run the work here, or one the client company is shown. */
export function maySee(actor: Actor, { sharing, createdBy }: Report): boolean {
  if (!can(actor, 'report:read')) return false;
  if (sharing === 'client') return true;
  return can(actor, 'report:build') && (sharing === 'staff' || createdBy === actor.userId);
}

/** Its author may change it, and a manager whatever he is shown. What the client company sees only a manager changes. */
export function mayChange(actor: Actor, report: Report): boolean {
  if (!maySee(actor, report) || !can(actor, 'report:build')) return false;
  if (can(actor, 'report:write')) return true;
  return report.createdBy === actor.userId && report.sharing !== 'client';
}
