import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { CalibrationPicture } from './calibration-picture.tsx';
import { DriftSection } from './drift-section.tsx';
import { ModelCardSection } from './model-card-section.tsx';
import type { PredictionTarget } from './prediction.ts';
import type { ModelCardView } from './read-model-card.ts';
import { useModelWords } from './use-model-words.ts';
import { WeightBars } from './weight-bars.tsx';

type Model = { target: PredictionTarget } & Pick<ModelCardView, 'inForce' | 'drift'>;

/** The model in force with its card: what it was made from, how it holds, and whether the data drifted from it. */
export function ModelSections({ target, inForce, drift }: Model) {
  const { t } = useTranslation('prediction');
  const words = useModelWords(target);
  const training = inForce?.training ?? null;
  return (
    <>
      {drift.some(({ isAlarming }) => isAlarming) ? (
        <Alert color="orange" role="alert" title={t('drift.title')} maw={820}>
          {t('drift.alarm')}
        </Alert>
      ) : null}
      <CurrentModel target={target} inForce={inForce} />
      {training ? (
        <>
          <Section title={t('calibration.title')} note={words('calibration')}>
            <CalibrationPicture target={target} bins={training.calibration} />
          </Section>
          <Section title={t('weights.title')} note={words('weights')}>
            <WeightBars weights={training.weights} />
          </Section>
          <DriftSection target={target} drift={drift} />
        </>
      ) : null}
    </>
  );
}

function CurrentModel({ target, inForce }: Omit<Model, 'drift'>) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  const words = useModelWords(target);
  if (!inForce) return <NothingHere text={t('card.none')} hint={words('noneHint')} />;
  const { number, kind, since, training } = inForce;
  return (
    <Section
      title={t('card.name', { number, kind: t(`kind.${kind}`) })}
      note={since ? t('card.since', { date: format.fullDay(since) }) : undefined}
    >
      {training ? (
        <ModelCardSection target={target} kind={kind} training={training} />
      ) : (
        <>
          <Text>{t('card.scorecard')}</Text>
          <Text c="dimmed" maw={720}>
            {words('scorecardHint')}
          </Text>
        </>
      )}
    </Section>
  );
}
