import { RouterContextProvider } from 'react-router';
import { v7 as uuid } from 'uuid';
import type { Role } from '#app/features/access/role.ts';
import { personContext, type Services, servicesContext, workplaceContext } from '#app/platform/context.ts';
import { requireWorkplace } from '#app/platform/guards.ts';
import { commit } from '#db/commit.ts';
import { memberships, tenants, users } from '#db/control/schema.ts';
import { migrateAll } from '#db/migrate.ts';
import { requests } from '#db/tenant/schema/request.ts';
import { lines, searchTerms, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeRequest, makeSubscriber, makeTenant } from '#seeds/factories.ts';
import { createTestServices } from './test-services.ts';

/** The number of the one line of the desk; no answer may show it unless it was revealed. */
export const fullNumber = '9161234567';

type Visit = { role: Role; path: string; params?: Record<string, string>; json?: unknown; form?: string };

/** Two tenants, `tenant-1` with a line and a request on it; people who work for the first only. */
export async function openTestDesk(state: 'queued' | 'manual' | 'done' = 'queued') {
  const { services } = await createTestServices();
  const { control } = services.databases;
  const [one, two] = [makeTenant(1), makeTenant(2)];
  await commit(control, [control.insert(tenants).values([one, two])]);
  await migrateAll(services.databases);
  const db = await services.databases.openTenant(one.id);
  const line = makeLine(1, { msisdn: `+7${fullNumber}` });
  const request = makeRequest(1, { lineId: line.id, state, sentAt: null });
  await commit(db, [
    db.insert(subscribers).values(makeSubscriber(1, { name: 'Анна Серова' })),
    db.insert(lines).values(line),
    db.insert(searchTerms).values({ term: 'серова', subscriberId: makeSubscriber(1).id }),
    db.insert(requests).values(request),
  ]);
  const people = new Map<Role, string>();
  const enter = async (visit: Visit, slug = one.slug) => {
    const userId = people.get(visit.role) ?? (await hire(services, visit.role, one.id));
    people.set(visit.role, userId);
    return args(services, userId, slug, visit);
  };
  return { services, db, line, request, enter, foreignSlug: two.slug };
}

async function hire({ databases: { control }, now }: Services, role: Role, tenantId: string) {
  const id = uuid();
  const createdAt = now();
  await commit(control, [
    control.insert(users).values({ id, email: `${role}@example.com`, name: role, createdAt }),
    control.insert(memberships).values({ id: uuid(), userId: id, tenantId, role, createdAt }),
  ]);
  return id;
}

/** What a desk's loader or action is given behind the guard of its layout, which may throw. */
async function args(services: Services, userId: string, slug: string, visit: Visit) {
  const params = { tenant: slug, ...visit.params };
  const body = visit.json === undefined ? visit.form : JSON.stringify(visit.json);
  const type = visit.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json';
  const request = new Request(`http://localhost:4600/t/${slug}${visit.path}`, {
    ...(body === undefined ? {} : { method: 'POST', body, headers: { 'Content-Type': type } }),
  });
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  const person = {
    userId,
    name: visit.role,
    email: '',
    locale: 'ru',
    keyChanges: {},
    sessionId: '',
    isAdmin: false,
  } as const;
  context.set(personContext, person);
  const given = { request, context, params, url: new URL(request.url), pattern: '' };
  await requireWorkplace(given, async () => new Response());
  return { ...given, workplace: context.get(workplaceContext) };
}
