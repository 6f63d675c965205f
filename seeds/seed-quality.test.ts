import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import { commit } from '#db/commit.ts';
import { listDisputes } from '#db/tenant/queries/disputes.ts';
import { listOpenTasks, listReviews } from '#db/tenant/queries/reviews.ts';
import { caseEvents, cases } from '#db/tenant/schema/case.ts';
import { ratings } from '#db/tenant/schema/rating.ts';
import { reviewNotes, reviews } from '#db/tenant/schema/review.ts';
import { openTestTenant } from '#tests/setup/test-tenant.ts';
import { generateBase } from './generate-base.ts';
import { generateContacts } from './generate-contacts.ts';
import { loadCatalogues } from './plan.ts';
import { seedQuality } from './seed-quality.ts';
import { sever } from './sever.ts';

const plan = { ...sever, lines: { mts: 30, beeline: 20, megafon: 10 } };
const now = new Date('2026-11-22T09:00:00Z');
const people = { reviewers: ['lead', 'manager'], agents: ['olga', 'pyotr', 'lead'], agentId: 'olga' };

async function openSeeded() {
  const { databases, db } = await openTestTenant();
  const base = generateBase(plan, await loadCatalogues());
  const given = { authors: people.agents, topicIds: new Map<string, string>(), now };
  const made = [...generateContacts(plan, base, { past: 600, open: 0 }, given)];
  // Whose cases they are does not matter here, and their subscribers are not seeded.
  const rows = made.map(({ row }) => ({ ...row, subscriberId: null, lineId: null, lastMessageId: null }));
  await commit(db, [
    db.insert(cases).values(rows),
    db.insert(caseEvents).values(made.flatMap(({ events }) => events)),
  ]);
  await seedQuality(db, databases.control, plan, people, now);
  return db;
}

test('ten weeks were reviewed but the last, nobody by himself; the better agent stands higher', async () => {
  const db = await openSeeded();
  const reviewed = await listReviews(db, { from: new Date(0), to: now, isRankable: true });
  expect(reviewed.length).toBeGreaterThan(40);
  expect(reviewed.filter(({ review }) => review.reviewerId === review.agentId)).toEqual([]);
  expect(reviewed.every(({ review }) => review.reviewedAt >= review.occurredAt)).toBe(true);
  const meanOf = (agentId: string) => {
    const own = reviewed.filter(({ review }) => review.agentId === agentId);
    const percents = own.map(({ review, card }) => scoreAnswers(card, review.answers).percent ?? 0);
    return percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
  };
  expect(meanOf('olga')).toBeGreaterThan(meanOf('lead'));
  expect((await listOpenTasks(db, '', 100)).length).toBeGreaterThan(3);
});

test('words to a call are pinned to where they are heard, others are not', async () => {
  const db = await openSeeded();
  const rows = await db.select().from(reviewNotes).innerJoin(reviews, eq(reviews.id, reviewNotes.reviewId));
  const pinned = rows.filter(({ review_notes: { atSecond } }) => atSecond !== null);
  expect(pinned.length).toBeGreaterThan(3);
  expect(pinned.every((row) => row.reviews.queue === 'call')).toBe(true);
});

test('something is disputed, and subscribers have spoken', async () => {
  const db = await openSeeded();
  const states = (await listDisputes(db, 10)).map(({ dispute }) => dispute.state);
  expect(states.length).toBeGreaterThan(0);
  const said = await db.select().from(ratings);
  expect(said.length).toBeGreaterThan(10);
  expect(said.every(({ stars, at, solvedAt }) => stars >= 1 && stars <= 5 && at >= solvedAt)).toBe(true);
});
