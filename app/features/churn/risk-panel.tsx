import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/section.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFigures } from '#app/features/prediction/use-figures.ts';
import styles from './churn-page.module.css';
import { DepartureForm } from './departure-form.tsx';
import type { LineRisk } from './read-line-risk.ts';
import { bandColours } from './risk-page.tsx';
import { useChurnReasonWords } from './use-churn-reason-words.ts';

/** On the card of a number: how likely it is to leave, why, what was given to others like him, what not to say. */
export function RiskPanel({ lineId, risk }: { lineId: string; risk: LineRisk }) {
  const { t } = useTranslation('churn');
  const { format } = useDesk();
  const isAway = risk.departures.some(({ returnedOn }) => returnedOn === null);
  return (
    <Section title={t('panel.title')}>
      <div className={styles.panel}>
        {risk.score && !isAway ? <Score risk={risk} score={risk.score} /> : null}
        {risk.score || isAway ? null : <Text c="dimmed">{t('panel.none')}</Text>}
        {risk.unknownAt && !isAway ? (
          <Text c="red">{t('panel.unknown', { at: format.moment(new Date(risk.unknownAt)) })}</Text>
        ) : null}
        <Past departures={risk.departures} />
        {risk.mayNote ? <DepartureForm lineId={lineId} isAway={isAway} /> : null}
      </div>
    </Section>
  );
}

type Scored = { risk: LineRisk; score: NonNullable<LineRisk['score']> };

function Score({ risk: { trend, helped, avoid }, score }: Scored) {
  const { t } = useTranslation('churn');
  const { day } = useFigures();
  const wordsOf = useChurnReasonWords();
  return (
    <>
      <Group gap="xs">
        <Badge color={bandColours[score.band]} variant="light" tt="none">
          {t(`risk.band.${score.band}`)}
        </Badge>
        <span>{t('panel.chance', { percent: Math.round(100 * score.probability) })}</span>
        {trend ? <Text c="dimmed">{t(`panel.${trend}`)}</Text> : null}
      </Group>
      <Points title={t('panel.why')} none={t('panel.noReasons')} points={score.reasons.map(wordsOf)} />
      {score.band === 'low' ? null : (
        <>
          <Points
            title={t('panel.helped')}
            none={t('panel.helpedNone')}
            points={helped.map((one) => t('panel.helpedOne', one))}
          />
          {helped.length > 0 ? (
            <Text size="xs" c="dimmed">
              {t('panel.helpedNote')}
            </Text>
          ) : null}
          <Points title={t('panel.avoid')} none="" points={avoid.map((advice) => t(`avoid.${advice}`))} />
        </>
      )}
      <Text size="xs" c="dimmed">
        {t('panel.on', { date: day(score.on), number: score.modelNumber })}
      </Text>
    </>
  );
}

function Points({ title, none, points }: { title: string; none: string; points: string[] }) {
  return (
    <div>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {points.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <ul className={styles.list}>
          {points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Past({ departures }: Pick<LineRisk, 'departures'>) {
  const { t } = useTranslation('churn');
  const { day } = useFigures();
  return departures.map(({ id, kind, on, reason, note, returnedOn }) => (
    <Text key={id} size="sm">
      {t('panel.left', { date: day(on), kind: t(`kind.${kind}`), reason: t(`reason.${reason}`) })}
      {returnedOn ? `; ${t('panel.returned', { date: day(returnedOn) })}` : ''}
      {note ? ` — ${note}` : ''}
    </Text>
  ));
}
