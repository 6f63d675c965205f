import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AgeingBar } from './ageing-bar.tsx';
import { DebtDisputes } from './debt-disputes.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { JournalTable } from './journal-table.tsx';
import { MoneyReasonDialog } from './money-reason-dialog.tsx';
import type { ReceivableDetail } from './read-receivable.ts';

type Open =
  | { deed: 'entry' }
  | { deed: 'reversal'; entryId: string }
  | { deed: 'dispute'; formToken: string };

/** What is owed and since when, how it came to that, and what may be done about the money itself. */
export function ReceivableJournal({ receivable }: { receivable: ReceivableDetail }) {
  const { t } = useTranslation('receivable');
  const [open, setOpen] = useState<Open | null>(null);
  const { id, may, journal, balanceKopecks, disputes } = receivable;
  const mayDispute = may.dispute && balanceKopecks > 0 && disputes.every(({ closedAt }) => closedAt !== null);
  const formToken = () => crypto.randomUUID();
  return (
    <Stack gap="sm">
      <Balance receivable={receivable} />
      <AgeingBar ages={receivable.ages} />
      <Group gap="xs">
        {may.book ? <Button onClick={() => setOpen({ deed: 'entry' })}>{t('entry.title')}</Button> : null}
        {mayDispute ? (
          <Button variant="default" onClick={() => setOpen({ deed: 'dispute', formToken: formToken() })}>
            {t('dispute.title')}
          </Button>
        ) : null}
      </Group>
      {disputes.length > 0 ? <DebtDisputes receivable={receivable} /> : null}
      {journal.length === 0 ? (
        <NothingHere text={t('none')} hint={t('noneHint')} />
      ) : (
        <JournalTable
          journal={journal}
          onReverse={may.book ? (entryId) => setOpen({ deed: 'reversal', entryId }) : null}
        />
      )}
      <Deed id={id} today={receivable.today} open={open} onClose={() => setOpen(null)} />
    </Stack>
  );
}

function Balance({ receivable }: { receivable: ReceivableDetail }) {
  const { t } = useTranslation('receivable');
  const { format } = useDesk();
  const { balanceKopecks, daysLate, disputedKopecks, reading } = receivable;
  const sum = format.money(Math.abs(balanceKopecks));
  const state = balanceKopecks > 0 ? 'owes' : balanceKopecks < 0 ? 'ahead' : 'even';
  const said = [
    daysLate > 0 ? t('daysLate', { count: daysLate }) : null,
    disputedKopecks > 0 ? t('disputed', { sum: format.money(disputedKopecks) }) : null,
  ].filter(Boolean);
  return (
    <div>
      <Text fw={600} size="lg">
        {t(`balance.${state}`, { sum })}
      </Text>
      {said.length > 0 ? <Text c="dimmed">{said.join(' · ')}</Text> : null}
      {reading ? (
        <Text size="xs" c="dimmed">
          {t('reading', { sum: format.money(reading.kopecks), at: format.moment(reading.at) })}
        </Text>
      ) : null}
    </div>
  );
}

type DeedProps = { id: string; today: string; open: Open | null; onClose(): void };

function Deed({ id, today, open, onClose }: DeedProps) {
  if (!open) return null;
  if (open.deed === 'entry') return <EntryDialog receivableId={id} today={today} onClose={onClose} />;
  const shared = { receivableId: id, onClose };
  if (open.deed === 'reversal')
    return <MoneyReasonDialog {...shared} deed="reversal" path={`entries/${open.entryId}/reversal`} />;
  const fields = { formToken: open.formToken, chargeId: null };
  return <MoneyReasonDialog {...shared} deed="dispute" path="disputes" fields={fields} />;
}
