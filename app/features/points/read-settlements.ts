import { scoreAnswers } from '#app/features/scorecard/score-answers.ts';
import type { TenantDb } from '#db/open.ts';
import { getCase, listCaseEvents } from '#db/tenant/queries/cases.ts';
import { getSuggestion } from '#db/tenant/queries/knowledge.ts';
import {
  getCaseIdOfRequest,
  getContactCaseId,
  getDoneAt,
  getKudos,
  getLastReplyState,
  getMarkedReview,
  getRating,
  listContactIds,
  listRequestStates,
  listReviewsOf,
  type MarkedReview,
} from '#db/tenant/queries/point-facts.ts';
import { getRequest } from '#db/tenant/queries/requests.ts';
import { caseFact } from './case-fact.ts';
import type { PointFact } from './points.ts';
import type { Settlement } from './settle-points.ts';
import type { PointSourceType } from './settle-work.ts';

/** What a source is worth now. `kind`: the channel and the topic of the work, for its difficulty. */
export type Worth = Pick<Settlement, 'source' | 'fact' | 'why'> & {
  kind: { channel: string; topicId: string | null } | null;
};

const unharmed = { isReopened: false, hasFailed: false, hasCriticalError: false };
const plain = { share: 1, weightPercent: 100, quality: unharmed };

/** What a source, and what hangs on it, is worth now; empty: it is not here. */
export async function readSettlements(db: TenantDb, type: PointSourceType, id: string): Promise<Worth[]> {
  switch (type) {
    case 'case':
      return readCase(db, id);
    case 'request':
      return readRequest(db, id);
    case 'review':
      return readReview(db, id);
    case 'rating':
      return readRating(db, id);
    case 'suggestion':
      return readSuggestion(db, id);
    case 'kudos':
      return readKudos(db, id);
  }
}

/** Its version grows with that of everything it hangs on; it is read before what is derived from it. */
async function readCase(db: TenantDb, id: string): Promise<Worth[]> {
  const row = await getCase(db, id);
  if (!row) return [];
  const requests = await listRequestStates(db, id);
  const reviews = await listReviewsOf(db, [id, ...(await listContactIds(db, id))]);
  const version = sum([row, ...requests].map((part) => part.version)) + revisionsOf(reviews);
  const story = {
    state: row.state,
    assigneeId: row.assigneeId,
    isSolvedAtFirst: row.isSolvedAtFirst === true,
    events: await listCaseEvents(db, id),
    requests: requests.map(({ state }) => state),
    isReplyLost: (await getLastReplyState(db, id)) === 'failed',
    erring: erringIn(reviews),
  };
  const rest = { why: { caseId: id }, kind: { channel: row.channel, topicId: row.topicId } };
  return [
    { source: { type: 'case', id, version }, fact: caseFact(story, 'case-solved'), ...rest },
    { source: { type: 'first-contact', id, version }, fact: caseFact(story, 'solved-at-first'), ...rest },
  ];
}

/** Bulk work earns nothing: a list of a thousand is one deed. */
async function readRequest(db: TenantDb, id: string): Promise<Worth[]> {
  const row = await getRequest(db, id);
  if (!row) return [];
  const reviews = await listReviewsOf(db, [id]);
  const doneAt = row.state === 'done' && row.lane === 'interactive' ? await getDoneAt(db, id) : null;
  const quality = { ...unharmed, hasCriticalError: erringIn(reviews).includes(row.createdBy) };
  const fact: PointFact | null = doneAt && {
    event: 'request-done',
    agentId: row.createdBy,
    occurredAt: doneAt,
    ...plain,
    quality,
  };
  const source = { type: 'request', id, version: row.version + revisionsOf(reviews) };
  const caseId = await getCaseIdOfRequest(db, id);
  const own: Worth = { source, fact, why: { requestId: id, ...(caseId ? { caseId } : {}) }, kind: null };
  return [own, ...(caseId ? await readCase(db, caseId) : [])];
}

async function readReview(db: TenantDb, id: string): Promise<Worth[]> {
  const found = await getMarkedReview(db, id);
  if (!found) return [];
  const { review, card } = found;
  const { percent, errors } = scoreAnswers(card, review.answers);
  const isDrawn = review.selection === 'random' || review.selection === 'stratified';
  const fact: PointFact | null =
    percent === null || !isDrawn
      ? null
      : {
          event: 'review-scored',
          agentId: review.agentId,
          occurredAt: review.occurredAt,
          ...plain,
          share: percent / 100,
          quality: { ...unharmed, hasCriticalError: errors.length > 0 },
        };
  const why = { reviewId: id, percent };
  const own: Worth = { source: { type: 'review', id, version: review.revision }, fact, why, kind: null };
  return [own, ...(await readSubject(db, review))];
}

async function readSubject(db: TenantDb, { subjectType, subjectId }: MarkedReview['review']) {
  if (subjectType === 'request') return readRequest(db, subjectId);
  const caseId = subjectType === 'case' ? subjectId : await getContactCaseId(db, subjectId);
  return caseId ? readCase(db, caseId) : [];
}

async function readRating(db: TenantDb, caseId: string): Promise<Worth[]> {
  const row = await getRating(db, caseId);
  if (!row) return [];
  const { agentId, stars, at } = row;
  const fact: PointFact = {
    event: 'rating-given',
    agentId,
    occurredAt: at,
    ...plain,
    share: Number(stars === 5),
  };
  const source = { type: 'rating', id: caseId, version: 1 };
  return [{ source, fact, why: { caseId, stars }, kind: null }];
}

/** Nobody earns with his own yes to his own words. */
async function readSuggestion(db: TenantDb, id: string): Promise<Worth[]> {
  const row = await getSuggestion(db, id);
  if (!row?.decidedAt || row.verdict !== 'accepted' || row.decidedBy === row.by) return [];
  const fact: PointFact = {
    event: 'suggestion-accepted',
    agentId: row.by,
    occurredAt: row.decidedAt,
    ...plain,
  };
  const why = { suggestionId: id, articleId: row.articleId };
  return [{ source: { type: 'suggestion', id, version: 1 }, fact, why, kind: null }];
}

async function readKudos(db: TenantDb, id: string): Promise<Worth[]> {
  const row = await getKudos(db, id);
  if (!row) return [];
  const fact: PointFact = { event: 'kudos-received', agentId: row.toId, occurredAt: row.at, ...plain };
  return [{ source: { type: 'kudos', id, version: 1 }, fact, why: { kudosId: id }, kind: null }];
}

function erringIn(reviews: readonly MarkedReview[]): string[] {
  return reviews
    .filter(({ review, card }) => scoreAnswers(card, review.answers).errors.length > 0)
    .map(({ review }) => review.agentId);
}

function revisionsOf(reviews: readonly MarkedReview[]): number {
  return sum(reviews.map(({ review }) => review.revision));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
