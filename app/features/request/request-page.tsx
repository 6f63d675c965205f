import { ActionIcon, Alert, Group, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Section } from '#app/components/section.tsx';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import type { RequestDetail } from './read-request-detail.ts';
import type { RequestState } from './request.ts';
import { RequestAsks, RequestFacts } from './request-facts.tsx';
import { RequestMoves } from './request-moves.tsx';
import styles from './request-page.module.css';
import { RequestStateChip } from './request-state-chip.tsx';
import { RequestTimeline } from './request-timeline.tsx';
import { TermsTable } from './terms-table.tsx';
import { useSubjectText } from './use-subject-text.ts';
import { WireLog } from './wire-log.tsx';

/** Once it is settled otherwise, what the carrier said before is in the story only. */
const failureIsTold: RequestState[] = ['manual', 'refused', 'unconfirmed', 'queued'];

/** One request: what it is, what one can do now, what happened, what was said to the carrier. */
export function RequestPage({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['request', 'common']);
  const { home } = useDesk();
  const { failureText } = useCarrierWords();
  const subjectText = useSubjectText();
  const { search } = useLocation();
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <ActionIcon component={Link} to={`${home}/requests${search}`} aria-label={t('common:back')}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <div className={styles.title}>
          <Title order={1}>
            {t(`kind.${detail.kind}`)}
            {detail.subject ? ` · ${subjectText(detail.subject)}` : null}
          </Title>
          <Group gap="md">
            <RequestStateChip state={detail.state} />
            <span className={styles.quiet}>{t('number', { number: detail.number })}</span>
          </Group>
        </div>
      </header>
      <Stack gap="lg" className={styles.body}>
        <Alert variant="light" color="gray" py={8}>
          {t(`stateHint.${detail.state}`)}
          {detail.failure && failureIsTold.includes(detail.state) ? (
            <div>{failureText(detail.failure)}</div>
          ) : null}
        </Alert>
        <RequestMoves detail={detail} />
        {detail.asks.length ? <RequestAsks asks={detail.asks} /> : null}
        {detail.instructions ? (
          <Section title={t('section.instructions')}>
            {detail.instructions.split(/\s(?=\d+\. )/).map((step) => (
              <div key={step}>{step}</div>
            ))}
          </Section>
        ) : null}
        <RequestFacts detail={detail} />
        {detail.preview ? (
          <Section title={t('section.confirmed')}>
            <TermsTable preview={detail.preview} before={null} />
          </Section>
        ) : null}
        <Section title={t('section.timeline')}>
          <RequestTimeline detail={detail} />
        </Section>
        {detail.wire ? (
          <Section title={t('section.wire')}>
            <WireLog records={detail.wire} />
          </Section>
        ) : null}
      </Stack>
    </article>
  );
}
