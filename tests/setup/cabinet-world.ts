import { expect } from 'vitest';
import { commit } from '#db/commit.ts';
import { lines } from '#db/tenant/schema/subscriber.ts';
import { makeLine } from '#seeds/factories.ts';
import { cabinetCall, openCabinet } from './cabinet-visit.ts';
import { openCaseWorld } from './test-cases.ts';
import { addReceivable } from './test-receivables.ts';

type Params = Record<string, string>;
type Given = { params?: Params; fields?: Record<string, string>; by?: string };
type Route = { action(args: never): unknown };

/** Two subscribers with a line and a debt each; the first one's cabinet is open, and so is the other's, `strange`. */
export async function openCabinetWorld() {
  const world = await openCaseWorld();
  const { db, services, subscriber, line } = world;
  await addReceivable(db, 'r-own', [{ dueOn: '2026-02-20', kopecks: 100_000 }]);
  await addReceivable(db, 'r-other', [{ dueOn: '2026-02-20', kopecks: 77_700 }]);
  await db.$client.execute({
    sql: "update billing_accounts set subscriber_id = ? where number = 'r-own'",
    args: [subscriber.id],
  });
  const other = { subscriberId: 's-r-other', msisdn: '+79265557788' };
  await commit(db, [db.insert(lines).values(makeLine(2, other))]);
  const open = (subscriberId: string, lineId: string) =>
    openCabinet(db, { slug: 'tenant-1', subscriberId, lineId, now: services.now() });
  const cookie = await open(subscriber.id, line.id);
  const strange = await open('s-r-other', makeLine(2).id);

  async function call<T>(route: (args: never) => T, { params = {}, fields, by = cookie }: Given = {}) {
    const sent = fields ? { fields } : {};
    return route((await cabinetCall(services, { params, ...sent, cookie: by }, true)) as never);
  }
  const post = (route: Route, params: Params, fields: Record<string, string>, by?: string) =>
    call(route.action, { params, fields, ...(by ? { by } : {}) });
  return { ...world, strange, open, call, post };
}

export const answeredWith = (code: number) =>
  expect.objectContaining({ init: expect.objectContaining({ status: code }) });
export const refused = (code: string) =>
  expect.objectContaining({ data: { error: expect.objectContaining({ code }) } });
