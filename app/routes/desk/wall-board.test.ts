import { expect, test } from 'vitest';
import { countAll } from '#app/features/metric/count-changes.ts';
import type { WallBoard } from '#app/features/wall-board/read-wall-board.ts';
import { commit } from '#db/commit.ts';
import { storeForecasts } from '#db/tenant/queries/workload-night.ts';
import { contacts } from '#db/tenant/schema/contact.ts';
import { presences } from '#db/tenant/schema/routing.ts';
import { fullNumber, openTestDesk } from '#tests/setup/desk-visit.ts';
import { loader as open } from './wall-board.tsx';
import { loader as readAgain } from './wall-board-figures.ts';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const timeZone = 'Europe/Moscow';
type Role = 'agent' | 'lead' | 'manager' | 'client';

async function openWall() {
  const desk = await openTestDesk('manual');
  const enter = (role: Role) => desk.enter({ role, path: '/desk/wall-board' });
  const read = async (role: Role = 'agent') => (await open((await enter(role)) as never)) as WallBoard;
  return { ...desk, enter, read };
}

const call = (id: string, startedAt: Date, rest: object) => ({
  id,
  channel: 'call' as const,
  direction: 'inbound' as const,
  startedAt,
  createdAt: startedAt,
  ...rest,
});

test('an empty floor has nothing to show, and says nothing wrong', async () => {
  const { read } = await openWall();
  expect(await read()).toMatchObject({
    waiting: [
      { channel: 'call', waiting: 0, since: null },
      { channel: 'chat', waiting: 0, since: null },
      { channel: 'mail', waiting: 0, since: null },
    ],
    people: { online: 0, busy: 0, away: 0 },
    isForetold: false,
    gaps: [],
    backlog: [],
    incidents: [],
  });
});

test('a client company does not see it; what it reads again is what it showed', async () => {
  const { enter, read } = await openWall();
  await expect(read('client')).rejects.toEqual(status(403));
  await expect(readAgain((await enter('client')) as never)).rejects.toEqual(status(403));
  const again = await readAgain((await enter('lead')) as never);
  expect(again.headers.get('Cache-Control')).toBe('no-store');
  expect(await again.json()).toEqual(await read('lead'));
});

test('a call that rings waits until somebody takes it, or the exchange forgets it', async () => {
  const { db, services, read } = await openWall();
  const ago = (seconds: number) => new Date(services.now().getTime() - seconds * 1000);
  await commit(db, [
    db
      .insert(contacts)
      .values([
        call('rings', ago(40), {}),
        call('rings-too', ago(90), {}),
        call('is spoken', ago(50), { waitMs: 5000 }),
        call('is over', ago(60), { waitMs: 5000, endedAt: ago(10) }),
        call('was forgotten', ago(301), {}),
      ]),
  ]);
  const { waiting } = await read();
  expect(waiting[0]).toEqual({ channel: 'call', waiting: 2, since: ago(90).getTime() });
});

test('today begins at the midnight of the client company', async () => {
  const { db, services, read } = await openWall();
  const spoken = { waitMs: 5000, talkMs: 60_000, agentId: 'olga' };
  const moments = ['2026-03-01T20:59:00Z', '2026-03-01T21:00:00Z'].map((text) => new Date(text));
  await commit(db, [
    db.insert(contacts).values(moments.map((at, n) => call(`${n}`, at, { ...spoken, endedAt: at }))),
  ]);
  await countAll(db, services.now(), timeZone);
  const level = ({ today }: WallBoard) => today.find(({ metric }) => metric === 'serviceLevel');
  expect(level(await read())).toMatchObject({ numerator: 1, denominator: 1, target: null });
});

test('people are counted and not named, subscribers are not there at all', async () => {
  const { db, services, read } = await openWall();
  const said = (userId: string, state: 'online' | 'busy' | 'away' | 'offline') => ({
    userId,
    state,
    since: services.now(),
    seenAt: services.now(),
  });
  await commit(db, [
    db
      .insert(presences)
      .values([
        said('olga', 'online'),
        said('pyotr', 'online'),
        said('ivan', 'away'),
        said('anna', 'offline'),
      ]),
  ]);
  const board = await read();
  expect(board.people).toEqual({ online: 2, busy: 0, away: 1 });
  for (const canary of ['olga', 'pyotr', 'Анна', 'Серова', fullNumber])
    expect(JSON.stringify(board)).not.toContain(canary);
});

test('what the next hours need is reckoned anew after a minute', async () => {
  const { db, services, read } = await openWall();
  const began = services.now().getTime();
  expect((await read()).isForetold).toBe(false);
  const slots = (value: number) => Array<number>(48).fill(value);
  await commit(db, [
    storeForecasts(db, [['call:mts', '2026-03-02', 'now', slots(5), slots(200), 0.1, '2026-03-02']]),
  ]);
  expect((await read()).isForetold).toBe(false);
  services.now = () => new Date(began + 60_000);
  const board = await read();
  expect(board.isForetold).toBe(true);
  expect(board.gaps[0]).toMatchObject({ skill: 'mts' });
});
