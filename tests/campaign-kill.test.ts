import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCampaign, savePlan } from '#app/features/campaign/change-campaign.ts';
import { freezeCampaign } from '#app/features/campaign/freeze-campaign.ts';
import { startCampaign } from '#app/features/campaign/run-campaign.ts';
import { setMailbox } from '#app/features/mail/set-mailbox.ts';
import { commit } from '#db/commit.ts';
import { tenants } from '#db/control/schema.ts';
import { migrateAll, migrateDatabase } from '#db/migrate.ts';
import { openDatabases } from '#db/open.ts';
import { getCampaign } from '#db/tenant/queries/campaigns.ts';
import { campaignMembers } from '#db/tenant/schema/campaign.ts';
import { outbox } from '#db/tenant/schema/outbox.ts';
import { consents, outreachAttempts } from '#db/tenant/schema/outreach.ts';
import { lines, subscribers } from '#db/tenant/schema/subscriber.ts';
import { makeLine, makeSubscriber, makeTenant } from '#seeds/factories.ts';
import { openSmtpDouble } from '#seeds/smtp-double.ts';

const people = 40;
const tenant = makeTenant(1);
const secretKey = Buffer.alloc(32, 7);
const dataDir = mkdtempSync(join(tmpdir(), 'pult-kill-'));
const boss = { userId: 'boss', name: 'Босс', roles: ['manager' as const] };
let smtp: Awaited<ReturnType<typeof openSmtpDouble>>;
beforeAll(async () => {
  smtp = await openSmtpDouble('secret');
});
afterAll(async () => {
  await smtp.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Opens the files, does something and leaves them to the process that is to die. */
async function inFiles<T>(act: (opened: Awaited<ReturnType<typeof openFiles>>) => Promise<T>): Promise<T> {
  const opened = await openFiles();
  try {
    return await act(opened);
  } finally {
    opened.databases.close();
  }
}

async function openFiles() {
  const databases = await openDatabases({ dataDir });
  const now = () => new Date();
  const db = await databases.openTenant(tenant.id);
  return { databases, db, now, desk: { db, actor: boss, now: now(), timeZone: 'Europe/Moscow' } };
}

async function fill(): Promise<void> {
  const databases = await openDatabases({ dataDir });
  await migrateDatabase(databases.control, 'control');
  await commit(databases.control, [databases.control.insert(tenants).values(tenant)]);
  await migrateAll(databases);
  const found = Array.from({ length: people }, (_, index) =>
    makeSubscriber(index, { email: `p${index}@mail.example` }),
  );
  const db = await databases.openTenant(tenant.id);
  const agreed = { purpose: 'advertising' as const, textVersion: 1, proof: 'форма', recordedBy: 'x' };
  const since = new Date('2026-01-01');
  await commit(db, [
    db.insert(subscribers).values(found),
    db.insert(lines).values(found.map(({ id }, index) => makeLine(index, { subscriberId: id }))),
    db
      .insert(consents)
      .values(found.map(({ id }) => ({ id: uuid(), subscriberId: id, ...agreed, givenAt: since }))),
  ]);
  const server = { host: '127.0.0.1', port: smtp.port, secure: false };
  const admin = { userId: 'admin', name: 'Админ', roles: ['admin' as const] };
  const box = { address: 'help@volna.example', senderName: 'Волна', imap: server, smtp: server };
  const signIn = { login: 'help', password: 'secret', authservId: 'mx' };
  const services = { databases, secretKey, now: () => new Date() };
  expect(
    await setMailbox(services, admin, { tenantId: tenant.id, version: 0 }, { ...box, ...signIn }),
  ).toMatchObject({ ok: true });
  databases.close();
}

/** Lets a process work until it is killed at a point, or until nothing is left. Which of both it was. `aheadMs`: its clock. */
async function work(point: string, dieAfter: number, aheadMs = 0): Promise<'killed' | 'over'> {
  const key = secretKey.toString('base64');
  const env = { ...process.env, NODE_ENV: 'production', PULT_DATA_DIR: dataDir, PULT_SECRET_KEY: key };
  const script = 'tests/faults/campaign-process.ts';
  const child = fork(script, [tenant.id, point, String(dieAfter), String(aheadMs)], {
    env,
    execArgv: [],
    silent: true,
  });
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  const [code, signal] = await once(child, 'exit');
  if (signal === 'SIGKILL') return 'killed';
  if (code !== 0) throw new Error(said);
  return 'over';
}

/** Of a claim; in it the steps of whoever was not reached are not due yet. */
const afterLease = 10 * 60_000;

const deaths = [
  ['between', 1],
  ['after-contact-claim', 8],
  ['after-contact', 5],
] as const;

test('killed while it draws and sends, again and again: nobody is contacted twice, the control never', {
  timeout: 120_000,
}, async () => {
  await fill();
  const id = uuid();
  const text = 'Здравствуйте, {name}';
  const step = { afterDays: 0, onlyIf: 'always' as const, channel: 'email' as const, text, offerId: null };
  const plan = {
    name: 'Волна',
    purpose: 'advertising' as const,
    conditions: [],
    steps: [step],
    controlPercent: 25,
    windowDays: 30 as const,
    pool: null,
    contactKopecks: 0,
    callsADay: 10,
  };
  await inFiles(async ({ desk }) => {
    await createCampaign(desk, { id, salt: 'соль', name: 'Волна', kind: 'prevention' });
    await savePlan(desk, id, { ...plan, seen: 1 });
    expect(await freezeCampaign(desk, id, 2)).toMatchObject({ ok: true });
  });
  expect(await work('between', 0)).toBe('killed');
  expect(await work('', Number.POSITIVE_INFINITY)).toBe('over');
  await inFiles(async ({ desk, db }) => {
    const version = (await getCampaign(db, id))?.version ?? 0;
    expect(await startCampaign(desk, id, version)).toMatchObject({ ok: true });
  });
  for (const [point, after] of deaths) expect(await work(point, after)).toBe('killed');
  expect(await work('', Number.POSITIVE_INFINITY)).toBe('over');

  const { members, attempts, emailOf, left } = await inFiles(async ({ db }) => ({
    members: await db.select().from(campaignMembers),
    attempts: await db.select().from(outreachAttempts),
    emailOf: new Map((await db.select().from(subscribers)).map((one) => [one.email, one.id])),
    left: await db.select().from(outbox),
  }));
  const armOf = new Map(members.map(({ subscriberId, arm }) => [subscriberId, arm]));
  expect(members).toHaveLength(people);
  const contacted = smtp.state.taken.flatMap(({ to }) =>
    to.map((address) => emailOf.get(address) ?? address),
  );
  expect(new Set(contacted).size).toBe(contacted.length);
  expect(contacted.filter((one) => armOf.get(one) !== 'treated')).toEqual([]);
  expect(attempts.filter(({ subscriberId }) => armOf.get(subscriberId) !== 'treated')).toEqual([]);
  // Whose sender died with the claim in hand may have it or not: he waits out the lease and is never sent it again.
  const unsure = attempts.filter(({ state }) => state !== 'sent');
  expect(attempts).toHaveLength(30);
  expect(unsure.length).toBeLessThanOrEqual(2);
  expect(contacted.length).toBeGreaterThanOrEqual(30 - unsure.length);
  expect(left).toHaveLength(unsure.length);

  const sentBefore = smtp.state.taken.length;
  expect(await work('', Number.POSITIVE_INFINITY, afterLease)).toBe('over');
  expect(smtp.state.taken).toHaveLength(sentBefore);
  await inFiles(async ({ db }) => {
    const ended = await db.select().from(outreachAttempts);
    expect(ended).toHaveLength(30);
    expect(ended.filter(({ state }) => state !== 'sent').map(({ state }) => state)).toEqual(
      unsure.map(() => 'unknown'),
    );
    expect(await db.select().from(outbox)).toEqual([]);
  });
});
