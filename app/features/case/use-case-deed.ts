import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { CaseKind, Priority } from './case.ts';
import { useCaseDeeds } from './case-deeds.ts';
import type { ListedCase } from './read-case-list.ts';

type Subject = Pick<ListedCase, 'id' | 'number' | 'state' | 'assigneeId' | 'priority' | 'kind' | 'topicId'>;

/** Everything one can do to a case by one press, in words, with what takes it back. */
export function useCaseDeed({ id: caseId, number, assigneeId, priority, kind, topicId }: Subject) {
  const { t } = useTranslation('case');
  const { format } = useDesk();
  const { perform } = useCaseDeeds();
  const giveBack = { path: 'assignment', body: { userId: assigneeId } };
  const classify = (body: Record<string, string>, before: Record<string, string | null>) => {
    const undo = Object.values(before).includes(null)
      ? {}
      : { undo: { path: 'classification', body: before as Record<string, string> } };
    return { caseId, path: 'classification', body, message: t('deed.classified', { number }), ...undo };
  };
  return {
    assign(userId: string | null, name: string | null) {
      const message = userId
        ? t('deed.assigned', { number, name: name ?? '' })
        : t('deed.released', { number });
      const patch = { assigneeId: userId, assignee: name };
      perform({ caseId, path: 'assignment', body: { userId }, message, patch, undo: giveBack });
    },
    solve() {
      const undo = { path: 'reopening', body: { reason: t('deed.undone') } };
      const message = t('deed.solved', { number });
      perform({ caseId, path: 'solution', body: {}, message, patch: { state: 'solved' }, undo });
    },
    reopen(reason: string) {
      const message = t('deed.reopened', { number });
      perform({ caseId, path: 'reopening', body: { reason }, message, patch: { state: 'open' } });
    },
    wait(reason: string) {
      const undo = { path: 'resumption', body: {} };
      const message = t('deed.waiting', { number });
      perform({ caseId, path: 'waiting', body: { reason }, message, patch: { state: 'waiting' }, undo });
    },
    resume() {
      const message = t('deed.resumed', { number });
      perform({ caseId, path: 'resumption', body: {}, message, patch: { state: 'open' } });
    },
    setPriority(next: Priority) {
      perform({ ...classify({ priority: next }, { priority }), patch: { priority: next } });
    },
    setKind(next: CaseKind) {
      perform({ ...classify({ kind: next }, { kind }), patch: { kind: next } });
    },
    setTopic(next: string, title: string) {
      perform({ ...classify({ topicId: next }, { topicId }), patch: { topicTitle: title } });
    },
    snooze(until: Date | null) {
      const message = until
        ? t('deed.snoozed', { number, time: format.moment(until) })
        : t('deed.woken', { number });
      const undo = until ? { undo: { path: 'snooze', body: { until: null } } } : {};
      const body = { until: until?.toISOString() ?? null };
      perform({ caseId, path: 'snooze', body, message, patch: { snoozedUntil: until }, ...undo });
    },
    follow(follows: boolean) {
      const message = t(follows ? 'deed.followed' : 'deed.unfollowed', { number });
      const undo = { path: 'following', body: { follows: !follows } };
      perform({
        caseId,
        path: 'following',
        body: { follows },
        message,
        patch: { isFollowed: follows },
        undo,
      });
    },
    merge(intoId: string) {
      const undo = { path: 'unmerge', body: {} };
      const message = t('deed.merged', { number });
      perform({ caseId, path: 'merge', body: { intoId }, message, patch: { state: 'merged' }, undo });
    },
    unmerge() {
      perform({ caseId, path: 'unmerge', body: {}, message: t('deed.unmerged', { number }) });
    },
  };
}
