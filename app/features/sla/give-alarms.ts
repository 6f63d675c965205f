import type { Role } from '#app/features/access/role.ts';
import { heardBy, tellPeople } from '#app/features/notice/tell-people.ts';
import type { Statement } from '#db/commit.ts';
import { listPeopleOf } from '#db/control/queries/colleagues.ts';
import type { Change, ControlDb, TenantDb } from '#db/open.ts';
import { clockAlarms } from '#db/tenant/schema/sla.ts';
import type { Alarm } from './alarms.ts';

/** `control` knows who has which role. */
export type ClockDesk = { db: TenantDb; control: ControlDb; now: Date };
type Whose = { id: string; assigneeId: string | null };
type Given = { statements: Statement[]; changes: Change[] };

/**
 * Gives alarms: keeps each, and tells its people. A warning is for whoever has the case, and where nobody has
 * it for those who can give it to somebody; an escalation is for a role. While no roster says who is on shift,
 * everybody of the role is told. Of several at once about one clock, a person hears the last.
 */
export function alarmGiver(desk: ClockDesk) {
  const peopleOf = rememberPeople(desk.control, desk.db.tenantId);
  return async (row: Whose, alarms: readonly Alarm[]): Promise<Given> => {
    const given: Given = { statements: [], changes: [] };
    const heard = new Set<string>();
    for (const alarm of alarms.toSorted((a, b) => b.share - a.share)) {
      const { to, clock } = alarm;
      const people = !to && row.assigneeId ? [row.assigneeId] : await peopleOf(to?.role ?? 'lead');
      const others = people.filter((userId) => !heard.has(`${clock} ${userId}`));
      for (const userId of others) heard.add(`${clock} ${userId}`);
      given.statements.push(...statementsOf(desk, row.id, alarm, others));
      given.changes.push(...others.map((userId) => heardBy(userId, row.id)));
    }
    return given;
  };
}

function statementsOf(
  { db, now }: ClockDesk,
  caseId: string,
  { clock, target, level, to, share: part }: Alarm,
  people: readonly string[],
): Statement[] {
  const share = toThousandths(part);
  const kept = { caseId, clock, target, level, share, role: to?.role ?? null, at: now };
  const told = { kind: 'alarm' as const, clock, target, share, level };
  return [
    db.insert(clockAlarms).values(kept).onConflictDoNothing(),
    ...tellPeople(db, people, { caseId, told, by: 'worker', at: now }),
  ];
}

/** As alarms are kept: numbers that can be told apart exactly. */
export function toThousandths(share: number): number {
  return Math.round(share * 1000);
}

function rememberPeople(control: ControlDb, tenantId: string) {
  const known = new Map<Role, Promise<string[]>>();
  return (role: Role): Promise<string[]> => {
    const people = known.get(role) ?? listPeopleOf(control, tenantId, [role]);
    known.set(role, people);
    return people;
  };
}
