import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SubmitTarget, useBeforeUnload, useBlocker, useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { isRefused } from '#app/components/use-faults.ts';
import { useNotice } from '#app/components/use-notice.ts';
import { addEdit, drawEdits, type PendingEdit, type ShiftTimes } from './pending-edits.ts';
import type { RosterView, ShownShift } from './read-roster.ts';
import type { RosterChangeKind } from './shift.ts';
import { useRereadWhenRefused } from './use-reread-when-refused.ts';

export type RosterEdits = ReturnType<typeof useRosterEdits>;

/** What a planner does to the plan he sees: drawn at once, sent one after another, and what is refused is taken back. */
export function useRosterEdits({ roster, mayWrite, people: known }: RosterView) {
  const { queue, add } = useQueue(`/t/${useDesk().workplace.slug}/plan/shifts/${roster.id}`);
  const people = useMemo(() => drawEdits(known, queue), [known, queue]);
  const isOpen = mayWrite && roster.state !== 'retired' && !roster.isSolving;
  const put = (edit: PendingEdit) => {
    if (isOpen) add(edit);
  };
  return {
    people,
    isOpen,
    place: (times: ShiftTimes) => put({ kind: 'place', times }),
    move: (shift: ShownShift, change: Partial<ShiftTimes & { isPinned: boolean }>) => {
      const { id, userId, date, from, minutes, version } = shift;
      put({ kind: 'move', id, version, times: { userId, date, from, minutes, isPinned: true, ...change } });
    },
    remove: ({ id, version }: ShownShift) => put({ kind: 'remove', id, version }),
    undo: () => put({ kind: 'undo' }),
    redo: () => put({ kind: 'redo' }),
  };
}

/** One edit at a time is on its way. After a refusal the page is read anew, and what waited behind it is not sent. */
function useQueue(place: string) {
  const fetcher = useFetcher<{ done?: { kind?: RosterChangeKind } }>();
  useTakenBackNotice(fetcher.data);
  const [queue, setQueue] = useState<readonly PendingEdit[]>([]);
  const sent = useRef<{ edit: PendingEdit; hasBegun: boolean } | null>(null);
  useRereadWhenRefused(fetcher.data);
  const tellDropped = useDroppedNotice();
  useStayUntilSaved(queue.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next is sent when the last is answered
  useEffect(() => {
    if (fetcher.state !== 'idle') {
      if (sent.current) sent.current.hasBegun = true;
    } else if (sent.current) {
      if (!sent.current.hasBegun) return;
      const { edit } = sent.current;
      sent.current = null;
      const isNo = isRefused(fetcher.data);
      if (isNo && queue.length > 1) tellDropped(queue.length - 1);
      setQueue((waiting) => (isNo ? [] : waiting.filter((one) => one !== edit)));
    } else if (queue[0]) {
      sent.current = { edit: queue[0], hasBegun: false };
      const { path, body } = requestOf(queue[0]);
      const action = `${place}/${path}`;
      void fetcher.submit(body, { method: 'post', action, encType: 'application/json' });
    }
  }, [fetcher.state, queue]);
  const add = (edit: PendingEdit) =>
    setQueue((waiting) => addEdit(waiting, edit, sent.current?.edit ?? null));
  return { queue, add };
}

/** What is drawn and not yet written would be lost with the page: leaving it waits, and closing it asks. */
function useStayUntilSaved(isWaiting: boolean): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isWaiting && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isWaiting && blocker.state === 'blocked') blocker.proceed();
  }, [isWaiting, blocker]);
  useBeforeUnload((event) => {
    if (isWaiting) event.preventDefault();
  });
}

/** What waited behind a refused edit was drawn already: its planner must know that it is not done. */
function useDroppedNotice() {
  const { t } = useTranslation('shift');
  const notify = useNotice();
  return (count: number) => notify(t('dropped', { count }), 'dropped');
}

/** What was undone may lie in another week than the one shown. */
function useTakenBackNotice(answer: { done?: { kind?: RosterChangeKind } } | undefined) {
  const { t } = useTranslation('shift');
  const notify = useNotice();
  const kind = answer?.done?.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (kind) notify(t(`takenBack.${kind}`), `taken-back-${kind}`);
  }, [answer]);
}

function requestOf(edit: PendingEdit): { path: string; body: SubmitTarget } {
  if (edit.kind === 'place') return { path: 'shifts', body: edit.times };
  if (edit.kind === 'move') {
    return { path: `shifts/${edit.id}/time`, body: { ...edit.times, version: edit.version } };
  }
  if (edit.kind === 'remove') return { path: `shifts/${edit.id}/removal`, body: { version: edit.version } };
  return { path: edit.kind, body: {} };
}
