import { type Actor, can } from '#app/features/access/can.ts';
import { daysPastDue } from '#app/features/receivable/ageing.ts';
import { dateAt } from '#app/features/sla/wall-clock.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { isStuck } from '#app/features/suspension/suspension.ts';
import { namesOf } from '#db/control/queries/names.ts';
import type { ControlDb, TenantDb } from '#db/open.ts';
import { sumOtherDebts } from '#db/tenant/queries/other-debts.ts';
import { countProposals, listSuspensionsIn } from '#db/tenant/queries/suspensions.ts';

export type SuspensionList = Awaited<ReturnType<typeof readSuspensions>>;
export type ListedProposal = SuspensionList['proposed'][number];
export type ListedSuspension = SuspensionList['others'][number];

type Reader = { db: TenantDb; control: ControlDb; actor: Actor; now: Date; timeZone: string };

/** What waits for a lead's yes, and what is out of service or on its way back; what presses first. */
export async function readSuspensions({ db, control, actor, now, timeZone }: Reader) {
  const accounts = await countProposals(db);
  const today = dateAt(now.getTime(), timeZone);
  const rows = await listSuspensionsIn(db, ['proposed', 'confirmed', 'suspended', 'restoring']);
  const besides = new Map((await sumOtherDebts(db, today)).map((one) => [one.suspensionId, one.kopecks]));
  const names = await namesOf(
    control,
    rows.flatMap(({ suspension }) => suspension.decidedBy ?? []),
  );
  const all = rows.map(({ suspension, line, debt, ...rest }) => ({
    ...suspension,
    ...rest,
    decidedByName: suspension.decidedBy ? (names[suspension.decidedBy] ?? null) : null,
    msisdn: maskMsisdn(line.msisdn),
    carrier: line.carrier,
    blockedBy: line.blockedBy,
    debtKopecks: debt.balanceKopecks,
    days: daysPastDue(debt.oldestDueOn, today),
    isStuck: isStuck(suspension.state, rest.unblock?.state ?? null) || suspension.why !== null,
  }));
  return {
    proposed: all
      .filter(({ state }) => state === 'proposed')
      .map((one) => ({
        ...one,
        accountLines: linesOfAccount(accounts, one),
        besidesKopecks: besides.get(one.id) ?? 0,
      })),
    restoring: all.filter(({ state }) => state === 'restoring'),
    others: all.filter(({ state }) => state === 'confirmed' || state === 'suspended'),
    may: { suspend: can(actor, 'debt:suspend') },
  };
}

type Account = Awaited<ReturnType<typeof countProposals>>[number];

/** How many lines are proposed for the same debt; one: this only. */
function linesOfAccount(
  accounts: readonly Account[],
  { receivableId, measure }: Pick<Account, 'receivableId' | 'measure'>,
): number {
  return accounts.find((one) => one.receivableId === receivableId && one.measure === measure)?.lines ?? 1;
}
