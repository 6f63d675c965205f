import { can } from '#app/features/access/can.ts';
import { type AttemptItem, getAttempt, listAttemptItems } from '#db/tenant/queries/admission-attempts.ts';
import { listArticlesByIds } from '#db/tenant/queries/knowledge.ts';
import type { AdmissionReader } from './read-my-admission.ts';

export type ShownAttempt = NonNullable<Awaited<ReturnType<typeof readAttempt>>>;
export type OpenAttempt = Extract<ShownAttempt, { state: 'open' }>;
export type ClosedAttempt = Extract<ShownAttempt, { state: 'closed' }>;
export type AskedQuestion = OpenAttempt['items'][number];

/**
 * One's own attempt: while it is open its questions without the answers, and once it is over what was wrong.
 * A lead sees those of others when they are over. `null`: there is none to be seen.
 */
export async function readAttempt({ db, actor, now }: AdmissionReader, id: string) {
  const found = await getAttempt(db, id);
  if (!found) return null;
  const { attempt, test, pass } = found;
  const isOwn = attempt.userId === actor.userId;
  const items = await listAttemptItems(db, id);
  const shown = { id, carrier: attempt.carrier, isOwn, of: items.length };
  if (attempt.closedAt === null) {
    if (!isOwn) return null;
    const remainingMs = Math.max(0, attempt.deadlineAt.getTime() - now.getTime());
    return { ...shown, state: 'open' as const, remainingMs, items: items.map(askedItem) };
  }
  if (!isOwn && !can(actor, 'admission:write')) return null;
  return {
    ...shown,
    state: 'closed' as const,
    closedAt: attempt.closedAt,
    isOutOfTime: attempt.closedAt >= attempt.deadlineAt,
    earned: items.reduce((sum, { standing }) => sum + (standing?.earned ?? 0), 0),
    isMarked: items.every(({ standing }) => standing !== null),
    passPercent: test.passPercent,
    retryAt: new Date(attempt.closedAt.getTime() + test.coolOffHours * 3_600_000),
    validUntil: pass?.validUntil ?? null,
    wrong: await wrongItems(db, items),
  };
}

/** As it is asked: the options in the order drawn, and nothing of which is right. */
function askedItem({ position, question, optionOrder, given }: AttemptItem) {
  const { kind, body, options } = question;
  const choices = optionOrder.map((place) => ({ place, text: options[place] ?? '' }));
  return { position, kind, body, choices, given };
}

async function wrongItems(db: AdmissionReader['db'], items: readonly AttemptItem[]) {
  const wrong = items.filter(({ standing, withdrawnAt }) => standing?.earned === 0 && !withdrawnAt);
  const ids = wrong.flatMap(({ question }) => question.articleId ?? []);
  const titles = new Map((await listArticlesByIds(db, ids)).map((row) => [row.id, row.title]));
  return wrong.map(({ position, question, given }) => {
    const { kind, body, options, explanation, articleId } = question;
    const said =
      kind === 'number' ? (given ?? []).map(String) : (given ?? []).map((place) => options[place] ?? '');
    const article = articleId === null ? null : { id: articleId, title: titles.get(articleId) ?? '' };
    return { position, body, said, explanation, article };
  });
}
