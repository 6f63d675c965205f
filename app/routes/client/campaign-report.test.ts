import { expect, test } from 'vitest';
import type { Role } from '#app/features/access/role.ts';
import { commit } from '#db/commit.ts';
import { campaignNotes, campaignProofs } from '#db/tenant/schema/campaign-proof.ts';
import { openTestDesk } from '#tests/setup/desk-visit.ts';
import { addCampaign, type GivenMember } from '#tests/setup/test-campaigns.ts';
import { action as note } from '../plan/campaign-notes.ts';
import { loader as openProof } from '../plan/campaign-proof.tsx';
import { loader as openLearned } from '../plan/campaigns-learned.tsx';
import { loader as openReport } from './campaign-report.tsx';

const status = (code: number) => expect.objectContaining({ init: expect.objectContaining({ status: code }) });
const members: GivenMember[] = [
  ...Array.from({ length: 40 }, (): GivenMember => ({ arm: 'treated', isReached: true })),
  ...Array.from({ length: 10 }, (): GivenMember => ({ arm: 'control' })),
];

async function openReported() {
  const desk = await openTestDesk();
  const at = new Date('2026-04-01T09:00:00Z');
  await addCampaign(desk.db, {}, members);
  await addCampaign(
    desk.db,
    { id: 'open', measuredUntil: '2099-01-01', state: 'running' },
    members.slice(0, 2),
  );
  await commit(desk.db, [
    desk.db.insert(campaignProofs).values({ campaignId: 'campaign', measuredAt: at }),
    desk.db
      .insert(campaignNotes)
      .values({ id: 'n1', campaignId: 'campaign', text: 'Канарейка звонила Петрову', by: 'canary-user', at }),
  ]);
  const visit = (loader: unknown, role: Role, params: object = {}) =>
    desk
      .enter({ role, path: '/report/campaigns', params: { ...params } })
      .then((given) => (loader as (given: never) => Promise<unknown>)(given as never));
  return { ...desk, visit };
}

test('the client company reads what campaigns caused, and of no person', async () => {
  const { visit } = await openReported();
  const told = JSON.stringify(await visit(openReport, 'client'));
  expect(told).toContain('"verdict":"not-proven"');
  expect(told).toContain('"counted":40');
  for (const canary of ['-m1', '-line', 'Абонент', '+79', 'Канарейка', 'Петров', 'canary-user', 'salt'])
    expect(told).not.toContain(canary);
});

test('of a window that is open nobody is shown a share', async () => {
  const { visit } = await openReported();
  for (const loader of [openReport, openLearned]) {
    const told = await visit(loader, 'manager');
    const listed = Object.values(told as object).flat() as { id: string; proof: unknown }[];
    expect(listed.map(({ id, proof }) => [id, proof === null])).toEqual([
      ['open', true],
      ['campaign', false],
    ]);
  }
  const { view } = (await visit(openProof, 'lead', { campaignId: 'open' })) as { view: object };
  expect(view).toMatchObject({ proof: null, strata: [], people: { treated: 2, control: 0 } });
});

test('who learns from campaigns, and who does not', async () => {
  const { visit } = await openReported();
  const params = { campaignId: 'campaign' };
  for (const role of ['agent', 'client'] as const) {
    await expect(visit(openProof, role, params)).rejects.toEqual(status(403));
    await expect(visit(openLearned, role)).rejects.toEqual(status(403));
  }
  await expect(visit(openReport, 'agent')).rejects.toEqual(status(403));
  await expect(visit(openProof, 'manager', { campaignId: 'none' })).rejects.toEqual(status(404));
});

test('a manager notes what he learnt; a lead does not, and nothing is not noted', async () => {
  const { enter, db } = await openReported();
  const send = async (role: Role, campaignId: string, form: string) =>
    note((await enter({ role, path: '/notes', params: { campaignId }, form })) as never);
  expect(await send('manager', 'campaign', 'text=Повторить')).toEqual({ done: true });
  expect(await db.select({ text: campaignNotes.text }).from(campaignNotes)).toHaveLength(2);
  expect(await send('manager', 'campaign', 'text=')).toEqual(status(422));
  await expect(send('manager', 'none', 'text=Повторить')).rejects.toEqual(status(404));
  expect(await send('lead', 'campaign', 'text=Повторить')).toEqual(status(403));
});
