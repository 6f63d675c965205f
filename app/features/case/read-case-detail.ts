import { can } from '#app/features/access/can.ts';
import { readConversation } from '#app/features/conversation/read-conversation.ts';
import { readCaseDebts } from '#app/features/debt/read-case-debts.ts';
import { readCaseDecisions } from '#app/features/goodwill/read-goodwill.ts';
import { suggestArticles } from '#app/features/knowledge/find-knowledge.ts';
import { subjectOf } from '#app/features/request/request-item.ts';
import { readNearest } from '#app/features/sla/read-clocks.ts';
import { maskAddress } from '#app/features/subscriber/mask-address.ts';
import { maskMsisdn } from '#app/features/subscriber/phone.ts';
import { namesOf } from '#db/control/queries/names.ts';
import {
  getCaseCard,
  getReadMessageId,
  listCaseRequests,
  listCasesOfSubscriber,
  listComplaintSteps,
  listDrafts,
  listFollowers,
} from '#db/tenant/queries/case-detail.ts';
import { getCase } from '#db/tenant/queries/cases.ts';
import { listLinesOfSubscriber } from '#db/tenant/queries/lines.ts';
import { hasUnreadNotices } from '#db/tenant/queries/notices.ts';
import { listTopics } from '#db/tenant/queries/topics.ts';
import { type CaseMoveName, caseMovesOfPerson, isOpenCase } from './case.ts';
import type { CaseReader } from './read-case-list.ts';

export type CaseDetail = NonNullable<Awaited<ReturnType<typeof readCaseDetail>>>;
type Card = NonNullable<Awaited<ReturnType<typeof getCaseCard>>>;

const mostOtherCases = 10;
const mostOtherLines = 20;

/** A case as this person may see it: whose it is, what was said and done, what he may do. */
export async function readCaseDetail(reader: CaseReader, caseId: string) {
  const { db, control, actor } = reader;
  const card = await getCaseCard(db, caseId);
  if (!card) return null;
  const { case: row } = card;
  const conversation = await readConversation(reader, row);
  const followers = await listFollowers(db, caseId);
  const names = await namesOf(control, [row.createdBy, row.assigneeId ?? '', ...followers]);
  return {
    ...factsOf(card),
    topicGroup: await groupOf(reader, card.topic?.parentId ?? null),
    assignee: row.assigneeId ? { id: row.assigneeId, name: names[row.assigneeId] ?? '' } : null,
    author: names[row.createdBy] ?? null,
    mergedInto: row.mergedInto ? await linkTo(reader, row.mergedInto) : null,
    conversation,
    clock: (await readNearest(db, [caseId], reader.now)).get(caseId) ?? null,
    clockAt: reader.now.getTime(),
    readMessageId: await getReadMessageId(db, actor.userId, caseId),
    hasNotices: await hasUnreadNotices(db, actor.userId, caseId),
    isFollowed: followers.includes(actor.userId),
    followers: followers.flatMap((id) => names[id] ?? []),
    drafts: await listDrafts(db, actor.userId, caseId),
    requests: (await listCaseRequests(db, caseId)).map(({ payload, itemName, ...request }) => ({
      ...request,
      subject: subjectOf({ payload, itemName }),
    })),
    ...(await readSubscriber(reader, card)),
    debts: await readCaseDebts(reader, card.subscriber?.id ?? null),
    decisions: await readCaseDecisions(reader, caseId),
    articles: await readSuggestions(reader, row, conversation),
    steps: row.kind === 'complaint' ? await readSteps(reader, caseId) : [],
    moves: movesFor(reader, row.state),
    mayWrite: can(actor, 'case:write'),
    mayReveal: can(actor, 'subscriber:reveal'),
  };
}

function factsOf({ case: row, topic }: Card) {
  const { id, number, kind, state, version, subject, priority, channel, carrier, createdAt } = row;
  const { dueAt, dueTarget, pausedReason, breachedAt, snoozedUntil, lastMessageId, incidentId } = row;
  return {
    id,
    number,
    kind,
    state,
    version,
    subject,
    priority,
    channel,
    carrier,
    createdAt,
    dueAt,
    dueTarget,
    pausedReason,
    breachedAt,
    snoozedUntil,
    lastMessageId,
    incidentId,
    topic: topic && { id: topic.id, title: topic.title },
  };
}

/** Articles for the words of the case. A case that is over needs none. */
async function readSuggestions(
  { db, now }: CaseReader,
  row: Card['case'],
  { entries }: Awaited<ReturnType<typeof readConversation>>,
) {
  if (!isOpenCase(row.state)) return [];
  const said = entries.flatMap((entry) => (entry.type === 'message' ? [entry.body] : []));
  const hits = await suggestArticles(db, {
    text: [row.subject, ...said].join(' '),
    carrier: row.carrier,
    now,
  });
  return hits.filter(({ kind }) => kind === 'article').map(({ ref, title }) => ({ ref, title }));
}

async function groupOf({ db }: CaseReader, parentId: string | null): Promise<string | null> {
  if (!parentId) return null;
  return (await listTopics(db)).find(({ id }) => id === parentId)?.title ?? null;
}

async function linkTo({ db }: CaseReader, id: string) {
  const into = await getCase(db, id);
  return into && { id: into.id, number: into.number };
}

async function readSubscriber({ db }: CaseReader, { case: row, subscriber, line }: Card) {
  if (!subscriber) return { subscriber: null, line: null, lineCount: 0, otherLines: [], otherCases: [] };
  const { id, name, kind, contractNumber, email, note } = subscriber;
  const lines = await listLinesOfSubscriber(db, id);
  const others = await listCasesOfSubscriber(db, id, mostOtherCases + 1);
  return {
    subscriber: { id, name, kind, contractNumber, maskedEmail: email && maskAddress(email), note },
    line: line && {
      id: line.id,
      carrier: line.carrier,
      tariffName: line.tariffName,
      blockedBy: line.blockedBy,
      balanceKopecks: line.balanceKopecks,
      seenAt: line.seenAt,
      maskedNumber: maskMsisdn(line.msisdn),
    },
    lineCount: lines.length,
    otherLines: lines
      .filter((other) => other.id !== line?.id)
      .slice(0, mostOtherLines)
      .map((other) => ({ id: other.id, carrier: other.carrier, maskedNumber: maskMsisdn(other.msisdn) })),
    otherCases: others.filter((other) => other.id !== row.id).slice(0, mostOtherCases),
  };
}

async function readSteps({ db, control }: CaseReader, caseId: string) {
  const steps = await listComplaintSteps(db, caseId);
  const names = await namesOf(
    control,
    steps.map(({ by }) => by),
  );
  return steps.map(({ step, text, by, at }) => ({ step, text, at, who: names[by] ?? null }));
}

function movesFor({ actor }: CaseReader, state: Card['case']['state']): CaseMoveName[] {
  return can(actor, 'case:write') ? caseMovesOfPerson(state) : [];
}
