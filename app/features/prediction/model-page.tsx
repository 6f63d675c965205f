import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CalibrationPicture } from './calibration-picture.tsx';
import { CourseSection } from './course-section.tsx';
import { DriftSection } from './drift-section.tsx';
import { ModelCardSection } from './model-card-section.tsx';
import type { ModelView } from './read-model-page.ts';
import { TrainingSection } from './training-section.tsx';
import { WeightBars } from './weight-bars.tsx';

/** The model that foretells who will not pay: what it was made from, how it holds, and how to train it anew. */
export function ModelPage(view: ModelView) {
  const { t } = useTranslation('prediction');
  const training = view.inForce?.training ?? null;
  return (
    <Page title={t('title')} note={t('note')}>
      {view.drift.some(({ isAlarming }) => isAlarming) ? (
        <Alert color="orange" role="alert" title={t('drift.title')} maw={820}>
          {t('drift.alarm')}
        </Alert>
      ) : null}
      <CurrentModel {...view} />
      {training ? (
        <>
          <Section title={t('calibration.title')} note={t('calibration.note')}>
            <CalibrationPicture bins={training.calibration} />
          </Section>
          <Section title={t('weights.title')} note={t('weights.note')}>
            <WeightBars weights={training.weights} />
          </Section>
          <DriftSection drift={view.drift} />
        </>
      ) : null}
      <CourseSection months={view.months} ahead={view.ahead} />
      <TrainingSection {...view} />
    </Page>
  );
}

function CurrentModel({ inForce }: Pick<ModelView, 'inForce'>) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  if (!inForce) return <NothingHere text={t('card.none')} hint={t('card.noneHint')} />;
  const { number, kind, since, training } = inForce;
  return (
    <Section
      title={t('card.name', { number, kind: t(`kind.${kind}`) })}
      note={since ? t('card.since', { date: format.fullDay(since) }) : undefined}
    >
      {training ? (
        <ModelCardSection kind={kind} training={training} />
      ) : (
        <>
          <Text>{t('card.scorecard')}</Text>
          <Text c="dimmed" maw={720}>
            {t('card.scorecardHint')}
          </Text>
        </>
      )}
    </Section>
  );
}
