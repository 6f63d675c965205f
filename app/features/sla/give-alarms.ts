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

/**
 * Gives alarms: keeps each, and tells its people. A warning is for whoever has the case, and where nobody has
 * it for those who can give it to somebody; an escalation is for a role. While no roster says who is on shift,
 * everybody of the role is told.
 */
export function alarmGiver({ db, control, now }: ClockDesk) {
  const peopleOf = rememberPeople(control, db.tenantId);
  return async (
    { id: caseId, assigneeId }: Whose,
    alarm: Alarm,
  ): Promise<{ statements: Statement[]; changes: Change[] }> => {
    const { clock, target, level, to } = alarm;
    const share = toThousandths(alarm.share);
    const people = !to && assigneeId ? [assigneeId] : await peopleOf(to?.role ?? 'lead');
    const kept = { caseId, clock, target, level, share, role: to?.role ?? null, at: now };
    const told = { kind: 'alarm' as const, clock, target, share, level };
    return {
      statements: [
        db.insert(clockAlarms).values(kept).onConflictDoNothing(),
        ...tellPeople(db, people, { caseId, told, by: 'worker', at: now }),
      ],
      changes: people.map((userId) => heardBy(userId, caseId)),
    };
  };
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
