import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { CalibrationTable } from './calibration-table.tsx';
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
          <CalibrationTable calibrations={list.calibrations} area="lead" />
        )}
      </Split>
    </Page>
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
