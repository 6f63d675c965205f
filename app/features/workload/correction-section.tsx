import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { clockMinutes, clockText } from './clock-text.ts';
import styles from './forecast-page.module.css';
import type { ForecastView } from './read-forecast-page.ts';
import { useSend } from './use-send.ts';

type View = Extract<ForecastView, { points: unknown }>;
const fields = ['fromOn', 'toOn', 'fromMinute', 'toMinute', 'percent', 'reason'] as const;
const types = {
  fromOn: 'date',
  toOn: 'date',
  fromMinute: 'time',
  toMinute: 'text',
  percent: 'number',
  reason: 'text',
};

/** What people know better than the forecast, each with its reason; taken back it counts no more. */
export function CorrectionSection({ view }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  return (
    <Section title={t('correction.title')} note={t('correction.note')}>
      {view.corrections.length === 0 ? <Text c="dimmed">{t('correction.none')}</Text> : null}
      <ul className={styles.list}>
        {view.corrections.map(({ id, fromOn, toOn, fromMinute, toMinute, percent, reason }) => (
          <li key={id}>
            {format.period(fromOn, toOn)}, {clockText(fromMinute)}–{clockText(toMinute)}:{' '}
            <b>
              {percent > 0 ? '+' : '−'}
              {Math.abs(percent)} %
            </b>{' '}
            — {reason}{' '}
            {view.mayWrite ? <Undo place={`corrections/${id}/undoing`} label={t('correction.undo')} /> : null}
          </li>
        ))}
      </ul>
      {view.mayWrite ? <CorrectionForm view={view} /> : null}
    </Section>
  );
}

export function Undo({ place, label }: { place: string; label: string }) {
  const { send, isBusy } = useSend(place);
  return (
    <Button size="compact-xs" variant="subtle" loading={isBusy} onClick={() => send({})}>
      {label}
    </Button>
  );
}

function CorrectionForm({ view: { queue, on } }: { view: View }) {
  const { t } = useTranslation('workload');
  const { send, fault, isBusy } = useSend('corrections');
  const [said, setSaid] = useState<Record<string, string>>({
    fromOn: on,
    toOn: on,
    fromMinute: '00:00',
    toMinute: '24:00',
    percent: '20',
    reason: '',
  });
  const submit = () =>
    send({
      queue,
      fromOn: said.fromOn,
      toOn: said.toOn,
      reason: said.reason,
      percent: Number(said.percent),
      fromMinute: clockMinutes(said.fromMinute ?? ''),
      toMinute: clockMinutes(said.toMinute ?? ''),
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <FormAlert text={fault('form')} />
      <Group align="end" gap="sm">
        {fields.map((field) => (
          <TextInput
            key={field}
            type={types[field]}
            label={t(`correction.${field}`)}
            value={said[field] ?? ''}
            error={fault(field)}
            onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
          />
        ))}
        <Button type="submit" variant="default" loading={isBusy}>
          {t('correction.save')}
        </Button>
      </Group>
    </form>
  );
}
