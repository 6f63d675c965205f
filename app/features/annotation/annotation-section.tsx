import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { type AnnotationInput, type AnnotationKind, annotationKinds } from './annotation.ts';

type Note = { id: string; on: string; until: string | null; kind: AnnotationKind; text: string };
type Around = {
  period: { from: string; to: string };
  annotations: readonly Note[];
  incidents: readonly { id: string; number: number; title: string; on: string; until: string }[];
  mayWrite: boolean;
};

/** What happened in the time of a page, numbered as on its charts; whoever may adds to it and takes away. */
export function AnnotationSection({ around }: { around: Around }) {
  const { t } = useTranslation('report');
  const { annotations, mayWrite } = around;
  const { send, remove, fault, removed, undo } = useAnnotating();
  const { format } = useDesk();
  return (
    <Section title={t('annotations.title')} id="annotations">
      {annotations.length === 0 ? <Text c="dimmed">{t('annotations.none')}</Text> : null}
      <ol>
        {annotations.map(({ id, on, until, kind, text, ...note }) => (
          <li key={id}>
            {t(`annotations.kind.${kind}`)}, {format.period(on, until ?? on)}: {text}{' '}
            {mayWrite ? (
              <Button
                variant="subtle"
                size="compact-xs"
                onClick={() => remove({ id, on, until, kind, text, ...note })}
              >
                {t('annotations.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {removed ? (
        <Group gap="xs" role="status">
          <Text size="sm">{t('annotations.removed')}</Text>
          <Button variant="subtle" size="compact-sm" onClick={undo}>
            {t('annotations.undo')}
          </Button>
        </Group>
      ) : null}
      {mayWrite ? <AnnotationForm around={around} send={send} fault={fault} /> : null}
    </Section>
  );
}

/** A note that was taken away is put back as it was. */
function useAnnotating() {
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [removed, setRemoved] = useState<Note | null>(null);
  const place = `/t/${workplace.slug}/report/annotations`;
  const send = (input: AnnotationInput) =>
    void fetcher.submit(input, { method: 'post', encType: 'application/json', action: place });
  const remove = (note: Note) => {
    setRemoved(note);
    void fetcher.submit(
      {},
      { method: 'post', encType: 'application/json', action: `${place}/${note.id}/removal` },
    );
  };
  const undo = () => {
    if (removed) {
      const { on, until, kind, text } = removed;
      send({ on, until: until ?? '', kind, text, incidentId: '' });
    }
    setRemoved(null);
  };
  return { send, remove, fault, removed, undo };
}

type FormProps = {
  around: Around;
  send(input: AnnotationInput): void;
  fault(field: string): string | undefined;
};

function AnnotationForm({ around: { period, incidents }, send, fault }: FormProps) {
  const { t } = useTranslation('report');
  const [note, setNote] = useState({
    on: period.from,
    until: '',
    kind: 'outage' as AnnotationKind,
    text: '',
  });
  const change = (part: Partial<typeof note>) => setNote((before) => ({ ...before, ...part }));
  return (
    <>
      {incidents.length > 0 ? <Text>{t('annotations.offered')}</Text> : null}
      <Group gap="xs">
        {incidents.map(({ id, number, title, on, until }) => (
          <Button
            key={id}
            variant="default"
            size="xs"
            onClick={() => send({ on, until, kind: 'outage', text: title.slice(0, 160), incidentId: id })}
          >
            {t('annotations.take', { number, title })}
          </Button>
        ))}
      </Group>
      <Text c="red">{fault('form')}</Text>
      <Group align="end">
        <TextInput
          type="date"
          label={t('annotations.on')}
          value={note.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
          error={fault('on')}
        />
        <TextInput
          type="date"
          label={t('annotations.until')}
          value={note.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
          error={fault('until')}
        />
        <NativeSelect
          label={t('annotations.what')}
          data={annotationKinds.map((value) => ({ value, label: t(`annotations.kind.${value}`) }))}
          value={note.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as AnnotationKind })}
        />
        <TextInput
          label={t('annotations.text')}
          miw={240}
          value={note.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          error={fault('text')}
        />
        <Button variant="default" onClick={() => send({ ...note, incidentId: '' })}>
          {t('annotations.save')}
        </Button>
      </Group>
    </>
  );
}
