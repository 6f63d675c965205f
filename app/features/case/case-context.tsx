import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ComplaintGift } from '#app/features/complaint/complaint-gift.tsx';
import { CaseDebts } from '#app/features/debt/case-debts.tsx';
import { CaseGoodwill } from '#app/features/goodwill/case-goodwill.tsx';
import { CaseIncident } from '#app/features/incident/case-incident.tsx';
import { ContactStanding } from '#app/features/outreach/contact-standing.tsx';
import { useDeskTools } from '#app/features/request/desk-tools.ts';
import { LeavingPanel } from '#app/features/save-desk/leaving-panel.tsx';
import styles from './case-context.module.css';
import { CaseRequests } from './case-requests.tsx';
import { CaseStateChip } from './case-state-chip.tsx';
import { CaseSubscriber } from './case-subscriber.tsx';
import type { CaseDetail } from './read-case-detail.ts';

/** Whose case it is and what else there is of him: his line, requests, other cases, the steps of a complaint. */
export function CaseContext({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['case', 'debt', 'goodwill', 'incident', 'knowledge', 'outreach']);
  const { home, format, may, incidents } = useDesk();
  const { startRequest } = useDeskTools();
  const { subscriber, line } = detail;
  const author = detail.author ?? t('about.byItself');
  return (
    <Stack gap="lg">
      {detail.kind === 'complaint' ? <ComplaintGift detail={detail} /> : null}
      <Section title={t('about.subscriber')}>
        <CaseSubscriber detail={detail} />
      </Section>
      {detail.debts.length > 0 ? (
        <Section title={t('debt:case.title')}>
          <CaseDebts debts={detail.debts} />
        </Section>
      ) : null}
      {subscriber && detail.debts.length > 0 && may.barContacts ? (
        <Section title={t('outreach:standing.title')}>
          <ContactStanding subscriberId={subscriber.id} />
        </Section>
      ) : null}
      <Section title={t('about.requests')}>
        <CaseRequests detail={detail} />
        {may.create && line && subscriber ? (
          <Button
            mt={6}
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() =>
              startRequest({
                lineId: line.id,
                name: subscriber.name,
                maskedNumber: line.maskedNumber,
                carrier: line.carrier,
              })
            }
          >
            {t('about.newRequest')}
          </Button>
        ) : null}
      </Section>
      {subscriber ? (
        <Section title={t('about.cases')}>
          <ul className={styles.list}>
            {detail.otherCases.map((other) => (
              <li key={other.id} className={styles.item}>
                <Link to={`${home}/cases/${other.id}`}>
                  {other.number} · {other.subject}
                </Link>
                <CaseStateChip state={other.state} />
              </li>
            ))}
          </ul>
          {detail.otherCases.length ? null : <Text c="dimmed">{t('about.noCases')}</Text>}
        </Section>
      ) : null}
      {detail.articles.length > 0 && may.readKnowledge ? (
        <Section title={t('knowledge:title')}>
          <ul className={styles.list}>
            {detail.articles.map(({ ref, title }) => (
              <li key={ref} className={styles.item}>
                <Link to={`${home}/knowledge/${ref}?case=${detail.id}`} prefetch="intent">
                  {title.map(({ text }) => text).join('')}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {line && detail.mayWrite ? <LeavingPanel lineId={line.id} caseId={detail.id} /> : null}
      {may.decideGoodwill ? (
        <Section title={t('goodwill:title')}>
          <CaseGoodwill caseId={detail.id} decisions={detail.decisions} />
        </Section>
      ) : null}
      {detail.incidentId || incidents.length > 0 ? (
        <Section title={t('incident:title')}>
          <CaseIncident caseId={detail.id} incidentId={detail.incidentId} />
        </Section>
      ) : null}
      {detail.followers.length ? (
        <Section title={t('about.followers')}>{detail.followers.join(', ')}</Section>
      ) : null}
      <Text c="dimmed" size="xs">
        {t('about.history', { time: format.moment(detail.createdAt), author })}
      </Text>
    </Stack>
  );
}
