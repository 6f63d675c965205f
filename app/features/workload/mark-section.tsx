import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { Undo } from './correction-section.tsx';
import styles from './forecast-page.module.css';
import { type DayKind, dayKinds } from './marked-day.ts';
import type { ForecastView } from './read-forecast-page.ts';
import { useSend } from './use-send.ts';

type View = Extract<ForecastView, { points: unknown }>;

/** Days unlike others, past and to come: they teach nothing of ordinary ones and are foretold by their kind. */
export function MarkSection({ view }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  return (
    <Section title={t('mark.title')} note={t('mark.note')}>
      {view.marks.length === 0 ? <Text c="dimmed">{t('mark.none')}</Text> : null}
      <ul className={styles.list}>
        {view.marks.map(({ on, kind, note, id }) => (
          <li key={on}>
            {format.period(on, on)}: {t(`kind.${kind}`)}
            {note ? ` — ${note}` : ''}{' '}
            {id && view.mayWrite ? <Undo place={`marks/${id}/removal`} label={t('mark.remove')} /> : null}
          </li>
        ))}
      </ul>
      {view.mayWrite ? <MarkForm view={view} /> : null}
    </Section>
  );
}

function MarkForm({ view: { queue, on } }: { view: View }) {
  const { t } = useTranslation('workload');
  const { send, fault, isBusy } = useSend('marks');
  const [said, setSaid] = useState({ on, kind: 'campaign' as DayKind, note: '' });
  const [isForAll, setForAll] = useState(true);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send({ ...said, queue: isForAll ? '' : queue });
      }}
    >
      <FormAlert text={fault('form')} />
      <Group align="end" gap="sm">
        <TextInput
          type="date"
          label={t('mark.on')}
          value={said.on}
          error={fault('on')}
          onChange={(event) => setSaid({ ...said, on: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('mark.kind')}
          value={said.kind}
          data={dayKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => setSaid({ ...said, kind: event.currentTarget.value as DayKind })}
        />
        <TextInput
          label={t('mark.noteLabel')}
          value={said.note}
          error={fault('note')}
          onChange={(event) => setSaid({ ...said, note: event.currentTarget.value })}
        />
        <Checkbox
          label={t('mark.all')}
          checked={isForAll}
          onChange={(event) => setForAll(event.currentTarget.checked)}
        />
        <Button type="submit" variant="default" loading={isBusy}>
          {t('mark.save')}
        </Button>
      </Group>
    </form>
  );
}
