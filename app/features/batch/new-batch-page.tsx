import {
  Alert,
  Anchor,
  Button,
  FileInput,
  Group,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { PayloadFields } from '#app/features/request/payload-fields.tsx';
import { RefusalNote } from '#app/features/request/refusal-note.tsx';
import { isCarrierKind, requestKinds } from '#app/features/request/request.ts';
import styles from './batch-page.module.css';
import { readTextFile } from './read-text-file.ts';
import { RejectTable } from './reject-table.tsx';
import { useNewBatch } from './use-new-batch.ts';

/** One SIM belongs to one number, so that kind is not for a list. */
const batchKinds = requestKinds.filter((kind) => isCarrierKind(kind) && kind !== 'sim.replace');

/** The same change for a list of numbers: what will do and what will not is shown before anything is sent. */
export function NewBatchPage() {
  const { t } = useTranslation(['desk', 'request']);
  const { home, carriers, carrierTitle } = useDesk();
  const navigate = useNavigate();
  const batch = useNewBatch();
  const { form, edit, plan, createdId, forget } = batch;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a batch that was made
  useEffect(() => {
    if (!createdId) return;
    forget();
    navigate(`${home}/batches/${createdId}`);
  }, [createdId]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    batch.check();
  };
  return (
    <div className={styles.page}>
      <Anchor component={Link} to={`${home}/batches`} size="xs">
        ← {t('batch.back')}
      </Anchor>
      <Title order={1} mb="sm">
        {t('batch.new')}
      </Title>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" maw={560}>
          <TextInput
            label={t('batch.name')}
            value={form.title}
            onChange={(event) => edit({ title: event.currentTarget.value })}
            maxLength={120}
          />
          <ListField list={form.list} isFaulty={'list' in batch.faults} onChange={(list) => edit({ list })} />
          <Group grow align="start">
            <Select
              label={t('batch.carrier')}
              data={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
              value={form.carrier}
              allowDeselect={false}
              onChange={(carrier) => edit({ carrier: carrier ?? form.carrier, values: {} })}
            />
            <Select
              label={t('create.kind')}
              data={batchKinds.map((value) => ({ value, label: t(`request:kind.${value}`) }))}
              value={form.kind}
              allowDeselect={false}
              onChange={(value) =>
                edit({ kind: batchKinds.find((kind) => kind === value) ?? form.kind, values: {} })
              }
            />
          </Group>
          {batch.needsChoices && (form.list.trim() === '' || batch.hasNoChoices) ? (
            <Text size="xs" c="dimmed">
              {t('batch.listFirst')}
            </Text>
          ) : (
            <PayloadFields
              kind={form.kind}
              values={form.values}
              faults={batch.faults}
              choices={batch.choices}
              carrier={carrierTitle(form.carrier)}
              onChange={(field, value) => edit({ values: { ...form.values, [field]: value } })}
            />
          )}
          {batch.error ? <RefusalNote error={batch.error} /> : null}
          <Button type="submit" variant={plan ? 'default' : 'filled'} loading={batch.isChecking}>
            {t('batch.preview')}
          </Button>
        </Stack>
      </form>
      {plan ? <Plan plan={plan} isCreating={batch.isCreating} onCreate={batch.create} /> : null}
    </div>
  );
}

function ListField({
  list,
  isFaulty,
  onChange,
}: {
  list: string;
  isFaulty: boolean;
  onChange(list: string): void;
}) {
  const { t } = useTranslation(['desk', 'errors']);
  const [file, setFile] = useState<File | null>(null);
  const take = async (chosen: File | null) => {
    setFile(chosen);
    if (chosen) onChange(await readTextFile(chosen));
  };
  return (
    <>
      <Textarea
        label={t('batch.numbers')}
        description={t('batch.numbersHint')}
        rows={8}
        value={list}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={isFaulty ? t('errors:field.required') : null}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <FileInput
        size="xs"
        label={t('batch.file')}
        accept=".csv,.txt,text/csv,text/plain"
        leftSection={<IconFileText size={16} />}
        value={file}
        onChange={take}
        clearable
        clearButtonProps={{ 'aria-label': t('batch.clearFile') }}
        placeholder={t('batch.chooseFile')}
        styles={{ placeholder: { color: 'var(--pult-quiet)' } }}
      />
    </>
  );
}

type PlanProps = {
  plan: NonNullable<ReturnType<typeof useNewBatch>['plan']>;
  isCreating: boolean;
  onCreate(): void;
};

function Plan({ plan, isCreating, onCreate }: PlanProps) {
  const { t } = useTranslation('desk');
  return (
    <Stack gap="sm" mt="lg">
      <Alert variant="light" color={plan.accepted ? 'green' : 'yellow'} py="xs" role="status">
        {t('batch.accepted', { count: plan.accepted })}.{' '}
        {plan.rejects.length ? `${t('batch.rejected', { count: plan.rejects.length })}.` : null}
      </Alert>
      {plan.rejects.length ? <RejectTable rejects={plan.rejects} /> : null}
      {plan.accepted ? (
        <Group>
          <Button onClick={onCreate} loading={isCreating}>
            {t('batch.create', { count: plan.accepted })}
          </Button>
          <Text size="xs" c="dimmed">
            {t('batch.cost')}
          </Text>
        </Group>
      ) : null}
    </Stack>
  );
}
