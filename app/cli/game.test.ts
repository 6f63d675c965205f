import { execFile } from 'node:child_process';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { settlePoints } from '#app/features/points/settle-points.ts';
import { commit } from '#db/commit.ts';
import { digestBoards } from '#db/tenant/queries/digest-boards.ts';
import { boardPoints, pointRules, seasons } from '#db/tenant/schema/quality.ts';
import { makeTenant } from '#seeds/factories.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';

const now = new Date('2026-03-20T09:00:00Z');

async function openPlayed() {
  const { db, databases, dataDir } = await openTestTenant();
  const rule = { title: 'Решено', event: 'case-solved' as const, points: 12, isOn: true };
  await commit(db, [
    db.insert(seasons).values({ id: 's', name: 'Весна', from: '2026-03-01', openedBy: 'm', openedAt: now }),
    db.insert(pointRules).values({ id: 'r', version: 1, ...rule, from: new Date(0), setBy: 'm' }),
  ]);
  for (const agentId of ['anna', 'boris', 'vera']) {
    const source = { type: 'case', id: agentId, version: 1 };
    const quality = { isReopened: false, hasFailed: false, hasCriticalError: false };
    const fact = {
      event: 'case-solved' as const,
      agentId,
      occurredAt: now,
      share: 1,
      weightPercent: 100,
      quality,
    };
    await settlePoints({ db, now, timeZone: 'Europe/Moscow' }, { source, fact, actor: 'worker', why: {} });
  }
  return { db, databases, dataDir };
}

function rebuild(dataDir: string, args: string[]): Promise<{ code: number; said: string }> {
  const secret = Buffer.alloc(32, 1).toString('base64');
  const env = { ...process.env, PULT_DATA_DIR: dataDir, PULT_SECRET_KEY: secret };
  return new Promise((resolve) => {
    execFile(process.execPath, ['app/cli/game.ts', ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
    });
  });
}

test('boards made anew by hand are told with what differed, and are those of the ledger', async () => {
  const { db, databases, dataDir } = await openPlayed();
  const kept = await digestBoards(db);
  const day = 'day:2026-03-20';
  await commit(db, [db.update(boardPoints).set({ points: 99 }).where(eq(boardPoints.period, day))]);
  await databases.closeTenant(db.tenantId);
  const args = ['rebuild', '--tenant', 'tenant-1', '--json'];
  const first = await rebuild(dataDir, args);
  expect(first.code).toBe(0);
  expect(JSON.parse(first.said)).toMatchObject({
    name: 'game rebuild',
    ok: true,
    seconds: expect.any(Number),
    figures: { rows: 3, boards: 4, differed: [day] },
  });
  expect(JSON.parse((await rebuild(dataDir, args)).said)).toMatchObject({ figures: { differed: [] } });
  expect(await digestBoards(await databases.openTenant(makeTenant(1).id))).toEqual(kept);
  databases.close();
});

test('what is not to be rebuilt is said without a stack', async () => {
  const { databases, dataDir } = await openPlayed();
  databases.close();
  expect((await rebuild(dataDir, ['mend'])).said).toContain('npm run game -- rebuild --tenant SLUG');
  const nobody = await rebuild(dataDir, ['rebuild', '--tenant', 'nobody']);
  expect(nobody).toEqual({ code: 1, said: 'There is no open tenant nobody.\n' });
});
