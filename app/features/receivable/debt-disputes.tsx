import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { DisputeClosingDialog } from './dispute-closing-dialog.tsx';
import type { ReceivableDetail } from './read-receivable.ts';

/** What was disputed of a debt and how it was answered; the open one can be answered here. */
export function DebtDisputes({ receivable }: { receivable: ReceivableDetail }) {
  const { t } = useTranslation('receivable');
  const { format } = useDesk();
  const [closing, setClosing] = useState<ReceivableDetail['disputes'][number] | null>(null);
  return (
    <>
      {receivable.disputes.map((dispute) => (
        <div key={dispute.id}>
          <Text fw={500}>
            {t('dispute.of', { sum: format.money(dispute.kopecks), on: format.moment(dispute.openedAt) })}:{' '}
            {t(dispute.outcome ? `outcome.${dispute.outcome}` : 'dispute.open')}
          </Text>
          <Text size="sm">{[dispute.reason, dispute.openedByName].filter(Boolean).join(' · ')}</Text>
          {dispute.answer ? (
            <Text size="sm">{[dispute.answer, dispute.closedByName].filter(Boolean).join(' · ')}</Text>
          ) : null}
          {receivable.may.judge && !dispute.closedAt ? (
            <Button variant="default" size="xs" onClick={() => setClosing(dispute)}>
              {t('closing.title')}
            </Button>
          ) : null}
        </div>
      ))}
      {closing ? (
        <DisputeClosingDialog
          receivableId={receivable.id}
          disputeId={closing.id}
          disputedKopecks={closing.kopecks}
          onClose={() => setClosing(null)}
        />
      ) : null}
    </>
  );
}
