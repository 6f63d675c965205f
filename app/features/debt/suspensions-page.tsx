import { Anchor, Button, Checkbox, Group, Text } from '@mantine/core';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys } from '#app/components/use-keys.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import styles from './debtor-page.module.css';
import { DeclineDialog } from './decline-dialog.tsx';
import type { ListedProposal, ListedSuspension, SuspensionList } from './read-suspensions.ts';
import { SuspensionStory } from './suspension-story.tsx';

/** A person says yes or no to each suspension here, and sees whose line must come back by when. */
export function SuspensionsPage({ list }: { list: SuspensionList }) {
  const { t } = useTranslation('debt');
  const rows = useListKeys();
  const isEmpty = list.proposed.length + list.restoring.length + list.others.length === 0;
  return (
    <Page title={t('suspension.listTitle')} note={t('suspension.note')}>
      {isEmpty ? <NothingHere text={t('suspension.none')} hint={t('suspension.noneHint')} /> : null}
      {list.restoring.length > 0 ? (
        <Section title={t('suspension.restoring')}>
          <Going suspensions={list.restoring} />
        </Section>
      ) : null}
      {list.proposed.length > 0 ? (
        <Section title={t('suspension.proposed')}>
          <Proposals proposed={list.proposed} maySuspend={list.may.suspend} rows={rows} />
        </Section>
      ) : null}
      {list.others.length > 0 ? (
        <Section title={t('suspension.others')}>
          <Going suspensions={list.others} />
        </Section>
      ) : null}
    </Page>
  );
}

function Going({ suspensions }: { suspensions: ListedSuspension[] }) {
  return suspensions.map((one) => (
    <div key={one.id}>
      <Whose suspension={one} />
      <SuspensionStory suspension={one} />
    </div>
  ));
}

function Whose({ suspension }: { suspension: ListedSuspension }) {
  const { t } = useTranslation('debt');
  const { home, format, carrierTitle } = useDesk();
  const { receivableId, subscriber, msisdn, carrier, debtKopecks, days } = suspension;
  const owed = [format.money(debtKopecks), t('days', { count: days })];
  return (
    <>
      <Anchor component={Link} to={`${home}/debts/${receivableId}`} data-row={suspension.id}>
        {subscriber.name}
      </Anchor>
      <Text size="xs" c="dimmed">
        {[msisdn, carrierTitle(carrier), ...(debtKopecks > 0 ? owed : [])].join(' · ')}
      </Text>
    </>
  );
}

type Sent = { confirmed?: number; refused?: { suspensionId: string }[] };

type ProposalsProps = {
  proposed: ListedProposal[];
  maySuspend: boolean;
  rows: ReturnType<typeof useListKeys>;
};

function Proposals({ proposed, maySuspend, rows }: ProposalsProps) {
  const { t } = useTranslation('debt');
  const { workplace } = useDesk();
  const fetcher = useFetcher<Sent>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = proposed.filter(({ id }) => chosen.has(id));
  function toggle(id: string | undefined) {
    if (id === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }
  const focused = () => proposed.find(({ id }) => id === rows.focusedId());
  useKeys(maySuspend ? { select: () => toggle(focused()?.id) } : {});
  function confirmPicked() {
    const proposals = picked.map(({ id, version }) => ({ suspensionId: id, version }));
    const action = `/t/${workplace.slug}/lead/suspensions/confirmations`;
    void fetcher.submit({ proposals }, { method: 'post', action, encType: 'application/json' });
    setChosen(new Set());
  }
  return (
    <>
      {maySuspend ? (
        <Group gap="sm">
          <Button disabled={picked.length === 0} loading={fetcher.state !== 'idle'} onClick={confirmPicked}>
            {picked.length === 0
              ? t('suspension.pick')
              : t('suspension.confirmPicked', { count: picked.length })}
          </Button>
          <Text size="sm" aria-live="polite">
            {fetcher.data?.refused?.length
              ? t('suspension.someRefused', { count: fetcher.data.refused.length })
              : ''}
          </Text>
        </Group>
      ) : null}
      <div ref={rows.ref}>
        <ul className={styles.steps}>
          {proposed.map((one) => (
            <Fragment key={one.id}>
              {maySuspend && isFirstOfAccount(proposed, one) ? <WholeAccount proposal={one} /> : null}
              <ProposalRow
                proposal={one}
                maySuspend={maySuspend}
                isChosen={chosen.has(one.id)}
                onToggle={() => toggle(one.id)}
              />
            </Fragment>
          ))}
        </ul>
      </div>
    </>
  );
}

function isFirstOfAccount(proposed: readonly ListedProposal[], one: ListedProposal): boolean {
  const isSame = (other: ListedProposal) =>
    other.receivableId === one.receivableId && other.measure === one.measure;
  return one.accountLines > 1 && proposed.find(isSame) === one;
}

/** One yes for all lines that a debt is owed for; below it each may still be decided by itself. */
function WholeAccount({ proposal }: { proposal: ListedProposal }) {
  const { t } = useTranslation('debt');
  const { workplace } = useDesk();
  const { receivableId, measure, accountLines, subscriber } = proposal;
  return (
    <li className={styles.proposal}>
      <Text size="sm" fw={600} className={styles.whose}>
        {subscriber.name}
      </Text>
      <ActionButton
        action={`/t/${workplace.slug}/lead/debts/${receivableId}/confirmation`}
        fields={{ measure, lines: String(accountLines) }}
        label={t('suspension.wholeAccount', { yes: t(`suspension.yes.${measure}`), count: accountLines })}
        confirm={t(`suspension.sure.${measure}`)}
      />
    </li>
  );
}

type RowProps = { proposal: ListedProposal; maySuspend: boolean; isChosen: boolean; onToggle(): void };

function ProposalRow({ proposal, maySuspend, isChosen, onToggle }: RowProps) {
  const { t } = useTranslation(['debt', 'desk']);
  const { workplace, format } = useDesk();
  const [isDeclining, setDeclining] = useState(false);
  const action = `/t/${workplace.slug}/lead/suspensions/${proposal.id}`;
  return (
    <li className={styles.proposal}>
      {maySuspend ? (
        <Checkbox aria-label={proposal.subscriber.name} checked={isChosen} onChange={onToggle} />
      ) : null}
      <div className={styles.whose}>
        <Whose suspension={proposal} />
        {proposal.besidesKopecks > 0 ? (
          <Text size="xs">{t('suspension.besides', { debt: format.money(proposal.besidesKopecks) })}</Text>
        ) : null}
        {proposal.blockedBy ? (
          <Text size="xs" c="red">
            {t(`desk:card.blocked.${proposal.blockedBy}`)}
          </Text>
        ) : null}
      </div>
      {maySuspend ? (
        <Group gap={4} wrap="nowrap">
          <ActionButton
            action={`${action}/confirmation`}
            fields={{ version: String(proposal.version) }}
            label={t(`suspension.yes.${proposal.measure}`)}
            confirm={t(`suspension.sure.${proposal.measure}`)}
          />
          <Button variant="subtle" onClick={() => setDeclining(true)}>
            {t('suspension.decline')}
          </Button>
        </Group>
      ) : null}
      {isDeclining ? (
        <DeclineDialog
          action={`${action}/declining`}
          version={proposal.version}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </li>
  );
}
