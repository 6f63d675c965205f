import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useUndoNotice } from '#app/components/use-undo-notice.tsx';
import { callUndoMs } from '#app/features/debt/call-task.ts';
import type { CampaignCallOutcome } from './campaign.ts';

type Told = { done?: { callId: string; outcome: CampaignCallOutcome } };

/** What tells an outcome: it outlives the call's own panel, which is gone with the answer. */
export function useTelling() {
  return useFetcher<Told>({ key: 'tell-campaign-call' });
}

/** Offers for some seconds to take back what was told of a call. */
export function useUndoCall(): void {
  const { t } = useTranslation('campaign');
  const { home } = useDesk();
  const told = useTelling().data?.done;
  const notice = told && {
    id: `campaign-call-${told.callId}`,
    words: t('calls.told', { outcome: t(`outcome.${told.outcome}`) }),
    label: t('calls.undo'),
    action: `${home}/campaign-calls/${told.callId}/undo`,
  };
  useUndoNotice(told, notice ?? null, callUndoMs);
}
