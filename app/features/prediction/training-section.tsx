import { Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { type PredictionTarget, trainingStages } from './prediction.ts';
import type { ModelCardView } from './read-model-card.ts';
import { useModelWords } from './use-model-words.ts';

type Trainings = Pick<ModelCardView, 'running' | 'trainings'> & {
  target: PredictionTarget;
  mayTrain: boolean;
  /** Where a training is asked for. */
  action: string;
};

/** Trains now, shows how far that is, and what came of the last ones. */
export function TrainingSection({ target, action, running, trainings, mayTrain }: Trainings) {
  const { t } = useTranslation('prediction');
  return (
    <Section title={t('training.title')} note={t('training.note')}>
      {running ? <Running target={target} running={running} /> : null}
      {!running && mayTrain ? <ActionButton action={action} label={t('training.start')} /> : null}
      {trainings.length === 0 ? (
        <Text c="dimmed">{t('training.none')}</Text>
      ) : (
        <Past target={target} trainings={trainings} />
      )}
    </Section>
  );
}

type Run = { target: PredictionTarget; running: NonNullable<ModelCardView['running']> };

function Running({ target, running: { stage, rows } }: Run) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  const words = useModelWords(target);
  const said =
    stage === 'reading' || stage === 'training'
      ? words(stage === 'reading' ? 'reading' : 'learning', { rows: format.count(rows) })
      : t(`training.stage.${stage}`);
  const done = (100 * (trainingStages.indexOf(stage) + 1)) / trainingStages.length;
  return (
    <Stack gap={4} maw={420}>
      <Text role="status">{said}</Text>
      <Progress value={done} animated aria-label={t('training.progress')} />
    </Stack>
  );
}

function Past({ target, trainings }: Pick<Trainings, 'target' | 'trainings'>) {
  const { t } = useTranslation('prediction');
  const words = useModelWords(target);
  const { format } = useDesk();
  return (
    <Wide label={t('training.title')}>
      <Table maw={820} miw={480} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('training.at')}</Table.Th>
            <Table.Th ta="right">{words('rows')}</Table.Th>
            <Table.Th>{t('training.came')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trainings.map(({ id, askedAt, rows, outcome, number }) => (
            <Table.Tr key={id}>
              <Table.Td>{format.moment(askedAt)}</Table.Td>
              <Table.Td ta="right">{format.count(rows)}</Table.Td>
              <Table.Td>
                {outcome ? t(`training.outcome.${outcome}`, { number }) : t('training.runs')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
