import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useDays } from '#app/components/use-span.ts';
import { OwnForm } from './own-form.tsx';
import type { MyShifts } from './read-my-shifts.ts';

/** Where the link at the top of the page leads. */
export const sicknessPlace = 'sickness';

/** One call in: sick until when, or well again. */
export function SicknessPanel({ absences, today }: Pick<MyShifts, 'absences' | 'today'>) {
  const { t } = useTranslation('life');
  const { home } = useDesk();
  const days = useDays();
  const sick = absences.filter(({ kind }) => kind === 'sick');
  return (
    <div id={sicknessPlace} tabIndex={-1}>
      <Panel title={t('sick')}>
        {sick.map(({ id, fromAt, toAt }) => (
          <div key={id}>
            <Text size="sm">
              {t('kind.sick')}, {days(fromAt, new Date(toAt.getTime() - 1))}
            </Text>
            <ActionButton action={`${home}/shifts/sickness/${id}/ending`} label={t('well')} />
          </div>
        ))}
        {sick.length === 0 ? (
          <OwnForm action={`${home}/shifts/sickness`} submit={t('sickCall')}>
            {(fault) => (
              <TextInput
                type="date"
                name="to"
                label={t('sickTo')}
                description={t('sickNote')}
                defaultValue={today}
                error={fault('to') ?? fault('from')}
              />
            )}
          </OwnForm>
        ) : null}
      </Panel>
    </div>
  );
}
