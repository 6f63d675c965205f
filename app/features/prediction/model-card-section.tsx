import { Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { TrainingCard } from './model.ts';
import type { ModelKind, PredictionTarget } from './prediction.ts';
import { useFigures } from './use-figures.ts';
import { useModelWords } from './use-model-words.ts';

type Card = { target: PredictionTarget; kind: ModelKind; training: TrainingCard };

/** What a model was made from, how good it was, and what else was tried on the same rows. */
export function ModelCardSection({ target, kind, training }: Card) {
  const { t } = useTranslation('prediction');
  const { format } = useDesk();
  const { share, day } = useFigures();
  const words = useModelWords(target);
  const { rows, happened, from, until, heldOut, heldOutFrom } = training;
  return (
    <Stack gap={12}>
      <div>
        <Text>{words('data', { rows: format.count(rows), from: day(from), until: day(until) })}</Text>
        <Text>
          {words('happened', {
            happened: format.count(happened),
            percent: Math.round((100 * happened) / rows),
          })}
        </Text>
        <Text>{words('judged', { rows: format.count(heldOut), from: day(heldOutFrom) })}</Text>
      </div>
      <Table maw={560} verticalSpacing={4}>
        <Table.Tbody>
          <Figure name={t('card.auc')} help={words('aucHelp')}>
            {t('card.aucRange', {
              value: share(training.auc),
              low: share(training.aucLow),
              high: share(training.aucHigh),
            })}
          </Figure>
          <Figure name={t('card.brier')}>{share(training.brier)}</Figure>
          <Figure name={t('card.calibrationError')}>{share(training.calibrationError)}</Figure>
        </Table.Tbody>
      </Table>
      <Rungs kind={kind} training={training} />
    </Stack>
  );
}

function Figure({ name, help, children }: { name: string; help?: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Td w="50%">
        {name}
        {help ? (
          <Text size="xs" c="dimmed">
            {help}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function Rungs({ kind, training: { rungs, beaten } }: Omit<Card, 'target'>) {
  const { t } = useTranslation('prediction');
  const { share } = useFigures();
  const rows = [
    ...rungs.map((rung) => ({ ...rung, mark: rung.kind === kind ? t('card.chosen') : '' })),
    ...(beaten ? [{ ...beaten, mark: t('card.beaten') }] : []),
  ];
  return (
    <Wide label={t('card.rungs')}>
      <Table maw={560} miw={420} verticalSpacing={4} captionSide="top">
        <Table.Caption ta="left">{t('card.rungs')}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('card.model')}</Table.Th>
            <Table.Th ta="right">AUC</Table.Th>
            <Table.Th ta="right">Brier</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ kind: own, auc, brier, mark }) => (
            <Table.Tr key={`${own} ${mark}`}>
              <Table.Td>{t(`kind.${own}`)}</Table.Td>
              <Table.Td ta="right">{share(auc)}</Table.Td>
              <Table.Td ta="right">{share(brier)}</Table.Td>
              <Table.Td c="dimmed">{mark}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
