import { expect, test } from 'vitest';
import { storeDefaultCard } from '#app/features/scorecard/store-default-card.ts';
import { commit } from '#db/commit.ts';
import {
  listCalibrationAnswers,
  listCalibrations,
  listSharedCalibrations,
} from '#db/tenant/queries/calibrations.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { generateBase } from './generate-base.ts';
import { generateContacts } from './generate-contacts.ts';
import { loadCatalogues } from './plan.ts';
import { seedCalibrations } from './seed-calibrations.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 30, beeline: 20, megafon: 10 } };
const now = new Date('2026-11-22T09:00:00Z');

test('two calibrations are over and one waits for its first reviewer', async () => {
  const { db } = await openTestTenant();
  const base = generateBase(plan, await loadCatalogues());
  const given = { authors: ['olga', 'pyotr'], topicIds: new Map<string, string>(), now };
  const made = [...generateContacts(plan, base, { past: 300, open: 0 }, given)];
  await commit(db, [
    ...storeDefaultCard(db, { id: 'card', by: 'marina', at: new Date('2026-01-01T00:00:00Z') }),
    db
      .insert(cases)
      .values(made.map(({ row }) => ({ ...row, subscriberId: null, lineId: null, lastMessageId: null }))),
    db.insert(caseEvents).values(made.flatMap(({ events }) => events)),
  ]);
  await seedCalibrations(db, plan, { reviewers: ['pyotr', 'marina', 'vera'], clients: ['igor'] }, now);
  const [waiting, ...over] = await listCalibrations(db, 10);
  expect([waiting?.calibration.closedAt, over.length]).toEqual([null, 2]);
  expect(over.every(({ calibration }) => calibration.closedAt !== null)).toBe(true);
  const marked = await listCalibrationAnswers(db, waiting?.calibration.id ?? '');
  expect(new Set(marked.map(({ reviewerId }) => reviewerId))).toEqual(new Set(['marina']));
  const shared = await listSharedCalibrations(db, 10);
  expect(shared.map(({ calibration }) => calibration.closedAt !== null)).toEqual([false, true]);
  const visited = await listCalibrationAnswers(db, shared[1]?.calibration.id ?? '');
  expect(visited.filter(({ reviewerId }) => reviewerId === 'igor')).toHaveLength(6);
});
