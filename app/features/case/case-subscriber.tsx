import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { RevealAddress, RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import styles from './case-context.module.css';
import type { CaseDetail } from './read-case-detail.ts';

/** The subscriber and the line it is about; the full number is shown one at a time. */
export function CaseSubscriber({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation(['case', 'desk']);
  const { home, format, carrierTitle } = useDesk();
  const { subscriber, line } = detail;
  if (!subscriber) return <Text c="dimmed">{t('about.none')}</Text>;
  return (
    <>
      <Text fw={600}>{subscriber.name}</Text>
      <Text c="dimmed" size="xs">
        {t(`desk:card.kindOf.${subscriber.kind}`)}
      </Text>
      <dl className={styles.facts}>
        {line ? (
          <>
            <dt>{t('about.line')}</dt>
            <dd>
              <Link to={`${home}/lines/${line.id}`}>{line.maskedNumber}</Link>{' '}
              {detail.mayReveal ? <RevealNumber lineId={line.id} /> : null}
            </dd>
            <dt>{carrierTitle(line.carrier)}</dt>
            <dd>{line.tariffName ?? '—'}</dd>
            <dt>{t('about.balance')}</dt>
            <dd>{line.balanceKopecks === null ? '—' : format.money(line.balanceKopecks)}</dd>
          </>
        ) : null}
        <dt>{t('about.contract')}</dt>
        <dd>{subscriber.contractNumber}</dd>
        {subscriber.maskedEmail ? (
          <>
            <dt>{t('about.email')}</dt>
            <dd>
              {detail.mayReveal ? (
                <RevealAddress masked={subscriber.maskedEmail} path={`subscribers/${subscriber.id}/email`} />
              ) : (
                subscriber.maskedEmail
              )}
            </dd>
          </>
        ) : null}
      </dl>
      {line?.blockedBy ? <Text c="red">{t('about.blocked')}</Text> : null}
      {subscriber.note ? <Text mt={4}>{subscriber.note}</Text> : null}
      {detail.lineCount > 1 ? (
        <details>
          <summary>{t('about.lines', { count: detail.lineCount - 1 })}</summary>
          <ul className={styles.list}>
            {detail.otherLines.map((other) => (
              <li key={other.id}>
                <Link to={`${home}/lines/${other.id}`}>{other.maskedNumber}</Link>{' '}
                {carrierTitle(other.carrier)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
