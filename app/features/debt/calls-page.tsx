import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { CallPanel } from './call-panel.tsx';
import styles from './calls-page.module.css';
import type { CallList, ListedCall } from './read-call-list.ts';
import { useCallWords } from './use-call-words.ts';
import { useUndoCall } from './use-telling.ts';

type Props = { list: CallList; today: string; selectedId: string | null };

/** Whom to call about his debt today: the list on the left, the call itself on the right. */
export function CallsPage({ list, today, selectedId }: Props) {
  const { t } = useTranslation('debt');
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
        <CallPanel key={selected.id} call={selected} offer={list.offer} today={today} />
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

function CallRow({ call, isOpen }: { call: ListedCall; isOpen: boolean }) {
  const { t } = useTranslation('debt');
  const { format } = useDesk();
  const words = useCallWords();
  return (
    <Link
      to={`?call=${call.id}`}
      preventScrollReset
      className={styles.row}
      data-row={call.id}
      data-quiet={(!call.mayCall && !call.isMine) || undefined}
      aria-current={isOpen ? 'true' : undefined}
    >
      <span className={styles.name}>{call.subscriber.name}</span>
      <span className={styles.sum}>{format.money(call.debtKopecks)}</span>
      <Text span size="xs" c="dimmed" className={styles.why}>
        {words.why(call)}
      </Text>
      <Text span size="xs" {...(call.isMine ? { c: 'bright' } : { c: 'dimmed' })} className={styles.state}>
        {call.isMine ? t('calls.mine') : words.gate(call)}
      </Text>
    </Link>
  );
}
