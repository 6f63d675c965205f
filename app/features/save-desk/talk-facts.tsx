import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useChurnReasonWords } from '#app/features/churn/use-churn-reason-words.ts';
import type { TalkDetail } from './read-desk.ts';
import styles from './save-page.module.css';

/** Whose number it is, how he fared with us, and what would be in the way of a port. */
export function TalkFacts({ detail }: { detail: TalkDetail }) {
  const { t } = useTranslation('save');
  const { home, format, carrierTitle } = useDesk();
  const { talk, facts } = detail;
  const { risk } = facts;
  const reasonWords = useChurnReasonWords();
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t('facts.number')}</dt>
        <dd>
          <Anchor component={Link} to={`${home}/lines/${talk.lineId}`} inherit>
            {talk.line.msisdn}
          </Anchor>{' '}
          {carrierTitle(talk.line.carrier)}
        </dd>
        <dt>{t('facts.tariff')}</dt>
        <dd>{talk.line.tariffName ?? '—'}</dd>
        <dt>{t('facts.since')}</dt>
        <dd>{format.fullDay(new Date(facts.joinedOn))}</dd>
        <dt>{t('facts.risk')}</dt>
        <dd>
          {risk
            ? t('riskOf', { band: t(`band.${risk.band}`), percent: Math.round(risk.probability * 100) })
            : t('noRisk')}
          {risk && risk.reasons.length > 0 ? (
            <Text span inherit c="dimmed">
              {` · ${risk.reasons.slice(0, 3).map(reasonWords).join(' · ')}`}
            </Text>
          ) : null}
        </dd>
        <dt>{t('facts.cases')}</dt>
        <dd>
          {facts.complaints > 0
            ? t('facts.casesOf', { count: facts.cases, complaints: facts.complaints })
            : facts.cases}
        </dd>
        {facts.overdueKopecks > 0 ? (
          <>
            <dt>{t('facts.debt')}</dt>
            <dd>{format.money(facts.overdueKopecks)}</dd>
          </>
        ) : null}
        {talk.rival ? (
          <>
            <dt>{t('facts.rival')}</dt>
            <dd>{talk.rival}</dd>
          </>
        ) : null}
        {talk.caseId ? (
          <>
            <dt>{t('facts.case')}</dt>
            <dd>
              <Anchor component={Link} to={`${home}/cases/${talk.caseId}`} inherit>
                {t('facts.case')}
              </Anchor>
            </dd>
          </>
        ) : null}
        <dt>{t('facts.cost')}</dt>
        <dd>
          <Costs detail={detail} />
        </dd>
      </dl>
      {talk.wish === 'port-out' && talk.state === 'open' ? <Obstacles obstacles={detail.obstacles} /> : null}
    </>
  );
}

function Costs({ detail: { costKopecks, goodwill } }: { detail: TalkDetail }) {
  const { t } = useTranslation('save');
  const { format } = useDesk();
  if (costKopecks === 0) return t('facts.noCosts');
  const given = goodwill.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0);
  const all = format.money(costKopecks);
  return given > 0 ? `${all}, ${t('facts.goodwill', { sum: format.money(given) })}` : all;
}

function Obstacles({ obstacles }: Pick<TalkDetail, 'obstacles'>) {
  const { t } = useTranslation('save');
  if (obstacles.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('obstacle.none')}
      </Text>
    );
  }
  return (
    <div>
      <Text fw={600}>{t('obstacle.title')}</Text>
      <ul className={styles.lines}>
        {obstacles.map((one) => (
          <li key={one}>{t(`obstacle.${one}`)}</li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('obstacle.note')}
      </Text>
    </div>
  );
}
