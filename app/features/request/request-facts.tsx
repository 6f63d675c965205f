import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { RevealNumber } from '#app/features/subscriber/reveal-dialog.tsx';
import type { RequestDetail } from './read-request-detail.ts';
import styles from './request-page.module.css';

/** Who, where, when, by whom. */
export function RequestFacts({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['request', 'desk']);
  const { home, format, carrierTitle } = useDesk();
  return (
    <dl className={styles.facts}>
      <Fact name={t('section.subscriber')}>
        {detail.lineId ? (
          <Anchor component={Link} to={`${home}/lines/${detail.lineId}`}>
            {detail.who}
          </Anchor>
        ) : (
          detail.who
        )}
      </Fact>
      <Fact name={t('desk:card.line')}>
        {detail.maskedNumber}
        {detail.mayReveal && detail.lineId ? (
          <div>
            <RevealNumber lineId={detail.lineId} />
          </div>
        ) : null}
      </Fact>
      <Fact name={t('field.carrier')}>{carrierTitle(detail.carrier)}</Fact>
      <Fact name={t('field.itemCode')}>{detail.itemCode}</Fact>
      <Fact name={t('field.created')}>{format.moment(detail.createdAt)}</Fact>
      <Fact name={t('field.author')}>{detail.author}</Fact>
      <Fact name={t('field.scheduledFor')}>
        {detail.scheduledFor ? format.moment(detail.scheduledFor) : null}
      </Fact>
      <Fact name={t('field.attempts')}>{detail.attempts > 1 ? detail.attempts : null}</Fact>
      <Fact name={t('field.reference')}>{detail.reference}</Fact>
      <Fact name={t('field.batch')}>
        {detail.batchId ? (
          <Anchor component={Link} to={`${home}/batches/${detail.batchId}`}>
            {t('field.openBatch')}
          </Anchor>
        ) : null}
      </Fact>
    </dl>
  );
}

/** What whoever carries it out must know, in full. */
export function RequestAsks({ asks }: Pick<RequestDetail, 'asks'>) {
  const { t } = useTranslation(['desk', 'request']);
  return (
    <dl className={styles.asks}>
      {asks.map((ask) => (
        <div key={ask.field}>
          <dt>{t(`create.${ask.field}`)}</dt>
          <dd>{ask.field === 'reason' ? t(`request:blockReason.${ask.reason}`) : ask.text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Left out when there is nothing to say. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
