import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useKeys, useShownKey } from '#app/components/use-keys.ts';
import type { LineRisk } from '#app/features/churn/read-line-risk.ts';
import { RiskPanel } from '#app/features/churn/risk-panel.tsx';
import { ErasedLine } from '#app/features/erasure/erased-line.tsx';
import { useDeskTools } from '#app/features/request/desk-tools.ts';
import { RequestStateChip } from '#app/features/request/request-state-chip.tsx';
import { useSubjectText } from '#app/features/request/use-subject-text.ts';
import { LeavingPanel } from '#app/features/save-desk/leaving-panel.tsx';
import { LineFacts } from './line-facts.tsx';
import styles from './line-page.module.css';
import type { Card } from './read-card.ts';
import { RevealNumber } from './reveal-dialog.tsx';

/** The card of one number, or that its owner's data were erased. */
export function LinePage({ card, risk }: { card: Card; risk: LineRisk | null }) {
  if (card.isErased) return <ErasedLine subscriberId={card.subscriber.id} />;
  return <LiveCard card={card} risk={risk} />;
}

/** The card of one number: what the carrier says of it, what was asked for it, whose it is. */
function LiveCard({ card, risk }: { card: Card; risk: LineRisk | null }) {
  const { t } = useTranslation('desk');
  const { may, carrierTitle } = useDesk();
  const tools = useDeskTools();
  const navigate = useNavigate();
  const { line, subscriber } = card;
  const { maskedNumber, carrier } = line;
  const start = () => tools.startRequest({ lineId: line.id, name: subscriber.name, maskedNumber, carrier });
  const shownKey = useShownKey();
  useKeys({ back: () => navigate(-1), ...(may.create ? { newRequest: start } : {}) });
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div>
          <Title order={1}>{subscriber.name}</Title>
          <Group gap="xs" c="dimmed">
            <span>{maskedNumber}</span>
            {card.mayReveal ? <RevealNumber lineId={line.id} /> : null}
            <span>{carrierTitle(carrier)}</span>
          </Group>
        </div>
        {may.create ? (
          <Button
            leftSection={<IconPlus size={16} />}
            onClick={start}
            title={shownKey('newRequest')}
            aria-keyshortcuts={shownKey('newRequest')}
          >
            {t('card.newRequest')}
          </Button>
        ) : null}
      </header>
      <div className={styles.columns}>
        <Stack gap="lg">
          <LineFacts card={card} />
          {risk ? <RiskPanel lineId={line.id} risk={risk} /> : null}
          <LeavingPanel lineId={line.id} />
          <Options options={card.options} />
          <OtherLines card={card} />
        </Stack>
        <Stack gap="lg">
          <Section title={t('card.open')}>
            <Requests requests={card.openRequests} none={t('card.noOpen')} />
          </Section>
          <Section title={t('card.history')}>
            <Requests requests={card.history} none={t('card.noHistory')} />
          </Section>
        </Stack>
      </div>
    </article>
  );
}

function Options({ options }: Pick<Card, 'options'>) {
  const { t } = useTranslation('desk');
  const { format } = useDesk();
  return (
    <Section title={t('card.options')}>
      {options.length ? null : <Text c="dimmed">{t('card.noOptions')}</Text>}
      <ul className={styles.list}>
        {options.map(({ code, name, since }) => (
          <li key={code} className={styles.option}>
            <span>{name}</span>
            <Text span size="xs" c="dimmed">
              {since ? t('card.since', { day: format.fullDay(since) }) : code}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A company may have hundreds: what was asked for must not sink below them. */
const shownLines = 8;

function OtherLines({ card: { otherLines } }: { card: Card }) {
  const { t } = useTranslation('desk');
  const { home, carrierTitle } = useDesk();
  const [areAllShown, showAll] = useState(false);
  if (!otherLines.length) return null;
  const shown = areAllShown ? otherLines : otherLines.slice(0, shownLines);
  const rest = otherLines.length - shown.length;
  return (
    <Section title={t('card.otherLines')}>
      <ul className={styles.list}>
        {shown.map(({ id, carrier, maskedNumber }) => (
          <li key={id} className={styles.option}>
            <Anchor component={Link} to={`${home}/lines/${id}`}>
              {maskedNumber}
            </Anchor>
            <Text span size="xs" c="dimmed">
              {carrierTitle(carrier)}
            </Text>
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Anchor component="button" type="button" mt="xs" onClick={() => showAll(true)}>
          {t('card.moreLines', { count: rest })}
        </Anchor>
      ) : null}
    </Section>
  );
}

function Requests({ requests, none }: { requests: Card['history']; none: string }) {
  const { t } = useTranslation('request');
  const { home, format, now } = useDesk();
  const subjectText = useSubjectText();
  if (!requests.length) return <Text c="dimmed">{none}</Text>;
  return (
    <ul className={styles.list}>
      {requests.map((request) => (
        <li key={request.id}>
          <Link to={`${home}/requests/${request.id}`} className={styles.request} prefetch="intent">
            <RequestStateChip state={request.state} />
            <span className={styles.what}>
              {t(`kind.${request.kind}`)}
              {request.subject ? <span className={styles.quiet}> {subjectText(request.subject)}</span> : null}
            </span>
            <span className={styles.quiet}>{format.stamp(request.createdAt, now)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
