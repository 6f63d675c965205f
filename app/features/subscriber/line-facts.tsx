import { Text } from '@mantine/core';
import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import { EraseLink } from '#app/features/erasure/erased-line.tsx';
import styles from './line-page.module.css';
import type { Card } from './read-card.ts';
import { RevealAddress } from './reveal-dialog.tsx';

/** What the carrier last said of the line, with the time it said so, and the subscriber's own facts. */
export function LineFacts({ card: { line, subscriber, mayReveal } }: { card: Card }) {
  const { t } = useTranslation('desk');
  const { format } = useDesk();
  const { balanceKopecks, seenAt } = line;
  return (
    <section>
      <dl className={styles.facts}>
        <Fact name={t('card.state')}>
          <Working blockedBy={line.blockedBy} />
        </Fact>
        <Fact name={t('card.plan')}>{line.tariffName}</Fact>
        <Fact name={t('card.balance')}>
          {balanceKopecks === null ? null : (
            <Text span inherit fw={600} {...(balanceKopecks < 0 ? { c: 'red' } : {})}>
              {format.money(balanceKopecks)}
            </Text>
          )}
        </Fact>
        <Fact name={t('card.kind')}>{t(`card.kindOf.${subscriber.kind}`)}</Fact>
        <Fact name={t('card.contract')}>{subscriber.contractNumber}</Fact>
        <Fact name={t('card.account')}>{line.accountNumber}</Fact>
        <Fact name={t('card.sim')}>{line.iccid}</Fact>
        {subscriber.maskedEmail ? (
          <Fact name={t('card.email')}>
            {mayReveal ? (
              <RevealAddress masked={subscriber.maskedEmail} path={`subscribers/${subscriber.id}/email`} />
            ) : (
              subscriber.maskedEmail
            )}
          </Fact>
        ) : null}
        {subscriber.maskedPostalAddress ? (
          <Fact name={t('card.postalAddress')}>
            {mayReveal ? (
              <RevealAddress
                masked={subscriber.maskedPostalAddress}
                path={`subscribers/${subscriber.id}/postal-address`}
              />
            ) : (
              subscriber.maskedPostalAddress
            )}
          </Fact>
        ) : null}
        {subscriber.note ? <Fact name={t('card.note')}>{subscriber.note}</Fact> : null}
      </dl>
      <Text size="xs" c="dimmed" mt="xs">
        {seenAt ? t('card.seen', { time: format.moment(seenAt) }) : t('card.neverSeen')}
      </Text>
      <EraseLink subscriberId={subscriber.id} />
    </section>
  );
}

function Working({ blockedBy }: { blockedBy: Card['line']['blockedBy'] }) {
  const { t } = useTranslation('desk');
  const Icon = blockedBy ? IconLock : IconCircleCheck;
  return (
    <Text span inherit {...(blockedBy ? { c: 'red' } : {})}>
      <Icon size={15} aria-hidden style={{ verticalAlign: '-3px', marginRight: 4 }} />
      {blockedBy ? t(`card.blocked.${blockedBy}`) : t('card.working')}
    </Text>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation('desk');
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children ?? (
          <Text span inherit c="dimmed">
            {t('card.unknown')}
          </Text>
        )}
      </dd>
    </>
  );
}
