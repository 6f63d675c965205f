import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useUndoNotice } from '#app/components/use-undo-notice.tsx';
import type { CallOutcome } from '#app/features/ladder/ladder.ts';
import { callUndoMs } from './call-task.ts';

type Told = { done?: { taskId: string; outcome: CallOutcome } };

/** What tells an outcome: it outlives the call's own panel, which is gone with the answer. */
export function useTelling() {
  return useFetcher<Told>({ key: 'tell-call' });
}

/** Offers for some seconds to take back what was told of a call. */
export function useUndoCall(): void {
  const { t } = useTranslation('debt');
  const { home } = useDesk();
  const told = useTelling().data?.done;
  const notice = told && {
    id: `call-${told.taskId}`,
    words: t('calls.told', { outcome: t(`outcome.${told.outcome}`) }),
    label: t('calls.undo'),
    action: `${home}/debt/calls/${told.taskId}/undo`,
  };
  useUndoNotice(told, notice ?? null, callUndoMs);
}
