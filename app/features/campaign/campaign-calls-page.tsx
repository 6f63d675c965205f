import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { OutcomePicker } from '#app/components/outcome-picker.tsx';
import { Page, Panel, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import styles from '#app/features/debt/calls-page.module.css';
import { RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import { campaignCallOutcomes } from './campaign.ts';
import type { CampaignCall, CampaignCalls } from './read-campaign-calls.ts';
import { useTelling, useUndoCall } from './use-telling.ts';

type Props = { list: CampaignCalls; selectedId: string | null };

/** Whom to call for the campaigns: the list on the left, the call itself on the right. */
export function CampaignCallsPage({ list, selectedId }: Props) {
  const { t } = useTranslation('campaign');
  useUndoCall();
  const navigate = useNavigate();
  const rows = useListKeys(selectedId === null ? undefined : () => void navigate('?'));
  const selected = list.calls.find(({ id }) => id === selectedId) ?? list.calls[0];
  if (!selected) {
    return (
      <Page title={t('calls.title')}>
        <NothingHere text={t('calls.none')} hint={t('calls.noneHint')} />
      </Page>
    );
  }
  const panel = (
    <div className={styles.panel} data-chosen={selectedId !== null || undefined}>
      <Panel title={selected.subscriber.name}>
        <CallPanel key={selected.id} call={selected} />
      </Panel>
    </div>
  );
  return (
    <Page title={t('calls.title')} note={t('calls.note', { count: list.total })}>
      <Split panel={panel}>
        <div ref={rows.ref} className={styles.list}>
          {list.calls.map((call) => (
            <CallRow key={call.id} call={call} isOpen={call.id === selected.id} />
          ))}
        </div>
      </Split>
    </Page>
  );
}

function CallRow({ call, isOpen }: { call: CampaignCall; isOpen: boolean }) {
  const { t } = useTranslation('campaign');
  const state = call.isMine
    ? t('calls.mine')
    : call.takenBy === null
      ? ''
      : t('calls.takenBy', { name: call.takenBy });
  return (
    <Link
      to={`?call=${call.id}`}
      preventScrollReset
      className={styles.row}
      data-row={call.id}
      data-quiet={call.takenBy !== null || undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className={styles.name}>{call.subscriber.name}</span>
      <Text span size="xs" c="dimmed" className={styles.why}>
        {call.campaign}
      </Text>
      <Text span size="xs" c="dimmed" className={styles.state}>
        {state}
      </Text>
    </Link>
  );
}

function CallPanel({ call }: { call: CampaignCall }) {
  const { t } = useTranslation('campaign');
  const { home } = useDesk();
  const action = `${home}/campaign-calls/${call.id}`;
  return (
    <Stack gap="sm">
      <Text size="sm">{`${t('calls.campaign')}: ${call.campaign}`}</Text>
      <Text size="sm">{call.hint}</Text>
      {call.offer ? <Text size="sm">{`${t('calls.offer')}: ${call.offer}`}</Text> : null}
      {call.isMine ? (
        <>
          <RevealNumber lineId={call.lineId} />
          <Outcomes action={action} />
          <ActionButton action={`${action}/release`} label={t('calls.release')} variant="subtle" />
        </>
      ) : call.takenBy === null ? (
        <ActionButton action={`${action}/taking`} label={t('calls.take')} variant="filled" />
      ) : (
        <Text size="sm">{t('calls.takenBy', { name: call.takenBy })}</Text>
      )}
    </Stack>
  );
}

function Outcomes({ action }: { action: string }) {
  const { t } = useTranslation('campaign');
  const fetcher = useTelling();
  const fault = useFaults(fetcher.data);
  return (
    <OutcomePicker
      outcomes={campaignCallOutcomes}
      labelOf={(outcome) => t(`outcome.${outcome}`)}
      noteLabel={t('calls.words')}
      isTelling={fetcher.state !== 'idle'}
      fault={fault}
      onPick={(outcome, note) =>
        void fetcher.submit({ outcome, note }, { method: 'post', action: `${action}/outcome` })
      }
    />
  );
}
