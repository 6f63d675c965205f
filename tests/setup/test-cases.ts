import type { Actor } from '#app/features/access/can.ts';
import { hearSubscriber } from '#app/features/case/hear-subscriber.ts';
import { commit } from '#db/commit.ts';
import { memberships, tenants, users } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import type { ControlDb } from '#db/open.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber, makeTenant, seedTime } from '#seeds/factories.ts';
import { createTestServices } from './test-services.ts';

export const agent: Actor = { userId: 'agent-1', name: 'Олег Агентов', roles: ['agent'] };
export const colleague: Actor = { userId: 'agent-2', name: 'Ирина Коллегина', roles: ['agent'] };

const staff = [agent.userId, colleague.userId, 'agent-3', 'leaver', 'silent', 'heard'];

/** One tenant with its people, one subscriber and his line; a clock that tests move; what a subscriber writes. */
export async function openCaseWorld() {
  const { services } = await createTestServices();
  const { databases } = services;
  const tenant = makeTenant(1);
  const { control } = databases;
  await commit(control, [control.insert(tenants).values(tenant), ...hire(control, tenant.id)]);
  await migrateAll(databases);
  const db = await databases.openTenant(tenant.id);
  const [subscriber, line] = [makeSubscriber(1), makeLine(1)];
  await commit(db, [db.insert(subscribers).values(subscriber), db.insert(lines).values(line)]);
  let now = services.now();
  let letters = 0;
  return {
    services,
    db,
    subscriber,
    line,
    desk: (actor: Actor = agent) => ({ db, control, actor, now }),
    now: () => now,
    pass: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    /** A mail from the subscriber, into a new case unless one is given. */
    async write(body: string, caseId?: string, subject = 'Вопрос') {
      letters += 1;
      const heard = await hearSubscriber(
        db,
        {
          channel: 'email',
          externalId: `<${letters}@example.com>`,
          at: now,
          address: 'anna@example.com',
          body,
          opens: { kind: 'question', subject, subscriberId: subscriber.id, lineId: line.id },
          ...(caseId ? { caseId } : {}),
        },
        now,
      );
      if (!heard.ok) throw new Error(heard.error.code);
      return heard.value;
    },
  };
}

function hire(control: ControlDb, tenantId: string) {
  return staff.flatMap((id) => [
    control.insert(users).values({ id, email: `${id}@example.com`, name: id, createdAt: seedTime }),
    control
      .insert(memberships)
      .values({ id: `${id}-here`, userId: id, tenantId, role: 'agent', createdAt: seedTime }),
  ]);
}
