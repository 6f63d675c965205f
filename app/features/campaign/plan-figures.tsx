import { Button, Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import { measuredWindows } from './campaign.ts';
import type { PlanForm } from './use-campaign-plan.ts';

/** How a campaign is measured and what it may do in a day. */
export function PlanFigures({ form: { plan, change } }: { form: PlanForm }) {
  const { t, i18n } = useTranslation('campaign');
  const number = (key: 'controlPercent' | 'callsADay', least: number, most: number) => (
    <NumberInput
      label={t(key)}
      w={190}
      min={least}
      max={most}
      allowDecimal={false}
      value={plan[key]}
      onChange={(value) => change({ [key]: Math.max(least, Math.trunc(Number(value)) || least) })}
    />
  );
  return (
    <Section title={t('figures')}>
      <Group gap="sm" align="start">
        <TextInput
          label={t('name')}
          maxLength={120}
          value={plan.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('purpose')}
          data={(['advertising', 'service'] as const).map((value) => ({
            value,
            label: t(`purposes.${value}`),
          }))}
          value={plan.purpose}
          onChange={(event) =>
            change({ purpose: event.currentTarget.value === 'service' ? 'service' : 'advertising' })
          }
        />
        <NativeSelect
          label={t('windowDays')}
          data={measuredWindows.map((days) => ({ value: String(days), label: t('days', { count: days }) }))}
          value={String(plan.windowDays)}
          onChange={(event) => {
            const chosen = measuredWindows.find((days) => String(days) === event.currentTarget.value);
            if (chosen) change({ windowDays: chosen });
          }}
        />
        {number('controlPercent', 0, 90)}
        <NumberInput
          label={t('contactKopecks')}
          w={190}
          min={0}
          max={1_000_000}
          decimalScale={2}
          decimalSeparator={i18n.language === 'ru' ? ',' : '.'}
          value={plan.contactKopecks / 100}
          onChange={(value) => change({ contactKopecks: Math.max(0, Math.round(100 * Number(value))) || 0 })}
        />
        {number('callsADay', 1, 100_000)}
        <TextInput
          label={t('pool')}
          description={t('poolNote')}
          maxLength={120}
          value={plan.pool ?? ''}
          onChange={(event) => change({ pool: event.currentTarget.value || null })}
        />
      </Group>
    </Section>
  );
}

export function SaveBar({ form: { saving, isTouched, save } }: { form: PlanForm }) {
  const { t } = useTranslation('campaign');
  const fault = useFaults(saving.data);
  const said = ['name', 'text', 'values', 'value', 'afterDays', 'pool', 'other'] as const;
  return (
    <>
      <FormAlert text={fault('form') ?? said.map(fault).find(Boolean)} />
      <Group>
        <Button loading={saving.state !== 'idle'} disabled={!isTouched} onClick={() => void save()}>
          {t('save')}
        </Button>
        <Text c="dimmed" role="status">
          {isTouched ? t('unsaved') : saving.data?.saved ? t('saved') : null}
        </Text>
      </Group>
    </>
  );
}
