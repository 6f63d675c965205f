import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useNavigate } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { namesPeople, type OwnDefinition, sharings } from './own-report.ts';
import type { BuilderView } from './read-own-reports.ts';

type Props = { view: BuilderView; definition: OwnDefinition };

/** Keeps what is shown under a name; saved, it leads to the report. */
export function SaveOwnForm({ view: { report, mayShowClient }, definition }: Props) {
  const { t } = useTranslation('own');
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: { id: string } }>();
  const navigate = useNavigate();
  const fault = useFaults(fetcher.data);
  const [name, setName] = useState(report?.name ?? '');
  const [sharing, setSharing] = useState<string>(report?.sharing ?? 'own');
  const place = `/t/${workplace.slug}/report/own`;
  const savedId = fetcher.data?.done?.id;
  useEffect(() => {
    if (savedId) void navigate(`${place}/${savedId}`);
  }, [savedId, navigate, place]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const action = report ? `${place}/${report.id}/definition` : `${place}/saving`;
    void fetcher.submit(
      { name, sharing, definition },
      { method: 'post', encType: 'application/json', action },
    );
  };
  const mayChoose = sharings.filter((one) => one !== 'client' || (mayShowClient && !namesPeople(definition)));
  return (
    <Section title={t(report ? 'save.change' : 'save.title')}>
      <form onSubmit={submit} noValidate>
        <Group align="end" gap="sm">
          <TextInput
            label={t('save.name')}
            miw={280}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fault('name')}
          />
          <NativeSelect
            size="sm"
            label={t('save.sharing')}
            data={mayChoose.map((value) => ({ value, label: t(`sharing.${value}`) }))}
            value={sharing}
            onChange={(event) => setSharing(event.currentTarget.value)}
            error={fault('sharing')}
          />
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('save.submit')}
          </Button>
        </Group>
        <Text c="red" size="sm" role="alert">
          {fault('form')}
        </Text>
      </form>
    </Section>
  );
}
