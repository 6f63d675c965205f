import { Progress, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { trainingStages } from './prediction.ts';
import type { ModelView } from './read-model-page.ts';

/** Trains now, shows how far that is, and what came of the last ones. */
export function TrainingSection({ running, trainings, mayTrain }: ModelView) {
  const { t } = useTranslation('prediction');
  const { workplace } = useDesk();
  return (
    <Section title={t('training.title')} note={t('training.note')}>
      {running ? <Running running={running} /> : null}
      {!running && mayTrain ? (
        <ActionButton
          action={`/t/${workplace.slug}/plan/debt/forecast/trainings`}
          label={t('training.start')}
        />
      ) : null}
      {trainings.length === 0 ? <Text c="dimmed">{t('training.none')}</Text> : <Past trainings={trainings} />}
    </Section>
  );
}

function Running({ running: { stage, charges } }: { running: NonNullable<ModelView['running']> }) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  const done = (100 * (trainingStages.indexOf(stage) + 1)) / trainingStages.length;
  return (
    <Stack gap={4} maw={420}>
      <Text role="status">{t(`training.stage.${stage}`, { charges: format.count(charges) })}</Text>
      <Progress value={done} animated aria-label={t('training.progress')} />
    </Stack>
  );
}

function Past({ trainings }: Pick<ModelView, 'trainings'>) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  return (
    <Wide label={t('training.title')}>
      <Table maw={820} miw={480} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('training.at')}</Table.Th>
            <Table.Th ta="right">{t('training.charges')}</Table.Th>
            <Table.Th>{t('training.came')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trainings.map(({ id, askedAt, charges, outcome, number }) => (
            <Table.Tr key={id}>
              <Table.Td>{format.moment(askedAt)}</Table.Td>
              <Table.Td ta="right">{format.count(charges)}</Table.Td>
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
