import { expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import { listSignInFailures } from '#db/control/queries/sign-in-failures.ts';
import { openDatabases } from '#db/open.ts';
import { createTestServices } from '#tests/setup/test-services.ts';
import { claimTry } from './claim-try.ts';
import { type Failures, lockEnd, lockRules } from './lockout.ts';

const now = new Date('2026-03-02T09:00:00Z');
const minute = 60_000;
const counted = [
  { key: 'pair:p', rule: lockRules.pair },
  { key: 'address:a', rule: lockRules.address },
];
const decide =
  (at: Date) =>
  ([pair = null]: (Failures | null)[]) =>
    lockEnd(pair, at);

/** Two handles on one control database, as two web processes have them. */
async function openTwice() {
  const { services } = await createTestServices();
  const { control: second } = await openDatabases({ dataDir: services.env.PULT_DATA_DIR });
  return [services.databases.control, second] as const;
}

test('tries that two processes make at once are all counted, and no more than the free ones get through', async () => {
  const handles = await openTwice();
  const claims = await Promise.all(
    Array.from({ length: 40 }, (_, n) => claimTry(handles[n % 2 ? 1 : 0], counted, decide(now), now)),
  );
  expect(claims.filter(({ until }) => until === null)).toHaveLength(lockRules.pair.free + 1);
  const lockedUntil = new Date(now.getTime() + minute / 2);
  expect(await listSignInFailures(handles[0], ['pair:p', 'address:a'])).toEqual([
    { key: 'pair:p', count: 6, firstAt: now, lockedUntil },
    { key: 'address:a', count: 6, firstAt: now, lockedUntil: null },
  ]);
});

test('the one who was right takes back what his try counted, whatever was counted before', async () => {
  const [control] = await openTwice();
  for (let n = 0; n < 3; n++) {
    const claim = await claimTry(control, counted, decide(now), now);
    if (claim.until === null) await commit(control, claim.takenBack);
    const [pair] = await listSignInFailures(control, ['pair:p']);
    expect(pair?.count ?? 0).toBe(n);
    await claimTry(control, counted, decide(now), now);
  }
});

test('a try taken back beside a wrong one of another process leaves the wrong one counted', async () => {
  const [first, second] = await openTwice();
  const right = await claimTry(first, counted, decide(now), now);
  await claimTry(second, counted, decide(now), now);
  if (right.until === null) await commit(first, right.takenBack);
  expect(await listSignInFailures(first, ['pair:p'])).toMatchObject([{ count: 2 }]);
});
