import { Skeleton, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#app/components/dialog.tsx';
import { useLoaded } from '#app/components/use-loaded.ts';
import type { ClockLedger } from './read-ledger.ts';
import { TargetLedger } from './target-ledger.tsx';

/** Why the clocks of a case stand as they do: read from its address when it is opened. */
export function LedgerDialog({ address, onClose }: { address: string; onClose(): void }) {
  const { t } = useTranslation('sla');
  const { data, load, state } = useLoaded<ClockLedger>();
  useEffect(() => {
    void load(address);
  }, [load, address]);
  return (
    <Dialog title={t('ledger.title')} onClose={onClose} size={720}>
      {data ? <Targets ledger={data} /> : null}
      {!data && state === 'loading' ? <Skeleton height={160} /> : null}
    </Dialog>
  );
}

function Targets({ ledger }: { ledger: ClockLedger }) {
  const { t } = useTranslation('sla');
  if (ledger.targets.length === 0) return <Text>{t('ledger.none')}</Text>;
  return ledger.targets.map((clock) => (
    <TargetLedger
      key={`${clock.target} ${clock.requestId} ${clock.startedAt}`}
      clock={clock}
      ledger={ledger}
    />
  ));
}
