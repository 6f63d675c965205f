import { Anchor, NativeSelect, Table, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { CalibrationList } from './read-calibration.ts';

type Props = { list: CalibrationList; answer: unknown };

/** Calibrations there were, and the form that begins one. */
export function CalibrationListPage({ list, answer }: Props) {
  const { t } = useTranslation('calibration');
  return (
    <Page title={t('title')} note={t('note')}>
      <Split panel={<NewCalibration list={list} answer={answer} />}>
        {list.calibrations.length === 0 ? (
          <NothingHere text={t('none')} hint={t('noneHint')} />
        ) : (
          <Calibrations calibrations={list.calibrations} />
        )}
      </Split>
    </Page>
  );
}

function Calibrations({ calibrations }: Pick<CalibrationList, 'calibrations'>) {
  const { t } = useTranslation('calibration');
  const { workplace, format, now } = useDesk();
  return (
    <Wide label={t('title')}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['title', 'work', 'reference', 'began', 'state'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calibrations.map(({ id, title, subjects, reference, createdAt, closedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <Anchor component={Link} to={`/t/${workplace.slug}/lead/calibrations/${id}`}>
                  {title}
                </Anchor>
              </Table.Td>
              <Table.Td>{subjects}</Table.Td>
              <Table.Td>{reference}</Table.Td>
              <Table.Td>{format.stamp(createdAt, now)}</Table.Td>
              <Table.Td>{closedAt ? t('closed', { date: format.day(closedAt) }) : t('open')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function NewCalibration({ list: { cards, reviewers }, answer }: Props) {
  const { t } = useTranslation('calibration');
  const fault = useFaults(answer);
  return (
    <FormPanel title={t('add')} submit={t('create')} fault={fault('form')}>
      <TextInput name="title" label={t('name')} maxLength={120} error={fault('title')} />
      <Textarea
        name="numbers"
        label={t('numbers')}
        description={t('numbersHint')}
        rows={2}
        error={fault('numbers') ?? fault('number')}
      />
      <NativeSelect
        name="cardId"
        label={t('card')}
        data={cards.map(({ id, title }) => ({ value: id, label: title }))}
        error={fault('cardId')}
      />
      <NativeSelect
        name="referenceBy"
        label={t('reference')}
        data={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
        error={fault('referenceBy')}
      />
    </FormPanel>
  );
}
