import { Alert, Button, Code, FileInput, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { ShownOnce } from '#app/components/shown-once.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import type { CallImport, CallImportRefusal } from './import-calls.ts';

type PbxSectionProps = {
  base: string;
  /** Where the exchange tells of its calls. */
  address: string;
  secretSince: Date | null;
  people: { id: string; name: string; extension: string }[];
};

/** The telephone exchange of a client company: its key, who sits where, and calls from a file. */
export function PbxSection({ base, address, secretSince, people }: PbxSectionProps) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<{ secret: string } | Refused>();
  const fault = useFaults(fetcher.data);
  const format = useCentreFormat();
  return (
    <>
      <Section title={t('mailbox.pbx')} note={t('mailbox.pbxNote', { address })}>
        {fetcher.data && 'secret' in fetcher.data ? (
          <ShownOnce note={t('mailbox.pbxShown')} secret={fetcher.data.secret} />
        ) : null}
        <fetcher.Form method="post" action={`${base}/pbx-secret`}>
          <Group>
            <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
              {t('mailbox.pbxNew')}
            </Button>
            <Text c="dimmed" size="sm">
              {secretSince ? t('mailbox.pbxSince', { at: format.fullDay(secretSince) }) : null}{' '}
              {secretSince ? t('mailbox.pbxSure') : null}
            </Text>
            <Text c="red" size="xs" role="alert">
              {fault('form')}
            </Text>
          </Group>
        </fetcher.Form>
      </Section>
      <Section title={t('mailbox.extensions')}>
        {people.length === 0 ? <Text c="dimmed">{t('mailbox.nobody')}</Text> : null}
        <Table maw={560}>
          <Table.Tbody>
            {people.map((person) => (
              <Seat key={person.id} base={base} person={person} />
            ))}
          </Table.Tbody>
        </Table>
      </Section>
      <Records base={base} />
    </>
  );
}

function Seat({ base, person }: { base: string; person: PbxSectionProps['people'][number] }) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const label = `${t('mailbox.extension')}: ${person.name}`;
  return (
    <Table.Tr>
      <Table.Td>{person.name}</Table.Td>
      <Table.Td>
        <fetcher.Form method="post" action={`${base}/extensions`}>
          <Group gap="xs" wrap="nowrap">
            <input type="hidden" name="userId" value={person.id} />
            <TextInput
              name="number"
              size="xs"
              aria-label={label}
              defaultValue={person.extension}
              error={fault('number') ?? fault('form')}
              w={120}
            />
            <Button type="submit" size="xs" variant="default" loading={fetcher.state !== 'idle'}>
              {t('mailbox.seat')}
            </Button>
          </Group>
        </fetcher.Form>
      </Table.Td>
    </Table.Tr>
  );
}

function Records({ base }: { base: string }) {
  const { t } = useTranslation('channel');
  const fetcher = useFetcher<{ report: CallImport } | { refused: CallImportRefusal } | Refused>();
  const fault = useFaults(fetcher.data);
  const { data } = fetcher;
  return (
    <Section title={t('mailbox.records')} note={t('mailbox.recordsNote')}>
      <fetcher.Form method="post" encType="multipart/form-data" action={`${base}/call-records`}>
        <Group align="end">
          <FileInput
            name="file"
            size="xs"
            label={t('mailbox.recordsFile')}
            accept=".csv,text/csv"
            error={fault('file')}
            w={280}
          />
          <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
            {t('mailbox.recordsLoad')}
          </Button>
        </Group>
      </fetcher.Form>
      {data && 'report' in data ? <Report report={data.report} /> : null}
      {data && 'refused' in data ? <Refusal refused={data.refused} /> : null}
    </Section>
  );
}

function Report({ report }: { report: CallImport }) {
  const { t } = useTranslation('channel');
  const { rows, created, updated, rejected, rejections } = report;
  return (
    <Stack gap={4} mt="sm" role="status">
      <Text size="sm">{t('mailbox.recordsDone', { rows, created, updated, rejected })}</Text>
      {rejections.map(({ row, column, fault }) => (
        <Text key={`${row}-${column}`} size="xs" c="red">
          {t('mailbox.rejectedRow', { row, column, why: t(`mailbox.fault.${fault}`) })}
        </Text>
      ))}
    </Stack>
  );
}

function Refusal({ refused }: { refused: CallImportRefusal }) {
  const { t } = useTranslation('channel');
  if (refused.code === 'csv-broken') return <Report report={refused.report} />;
  const missing = refused.code === 'columns' ? refused.missing : [];
  return (
    <Alert color="red" role="alert" p="xs" mt="sm">
      {t('mailbox.fault.column')}: <Code>{missing.join(', ')}</Code>
    </Alert>
  );
}
