import { Button, FileInput, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#app/components/page.tsx';
import { ImportProgress } from '#app/features/subscriber/import-progress.tsx';
import { useImport } from '#app/features/subscriber/use-import.ts';
import { servicesContext } from '#app/platform/context.ts';
import { listTenants } from '#db/control/queries/tenants.ts';
import type { Route } from './+types/imports.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const rows = await listTenants(context.get(servicesContext).databases.control);
  return { tenants: rows.map(({ id, name }) => ({ value: id, label: name })) };
}

export default function Imports({ loaderData: { tenants } }: Route.ComponentProps) {
  const { t } = useTranslation('admin');
  const [tenantId, setTenantId] = useState(tenants[0]?.value ?? '');
  const [file, setFile] = useState<File | null>(null);
  const { start, ...state } = useImport();
  return (
    <Page title={t('imports.title')} note={t('imports.note')}>
      <Stack maw={400} gap="sm">
        <NativeSelect
          size="xs"
          label={t('imports.tenant')}
          data={tenants}
          value={tenantId}
          onChange={(event) => setTenantId(event.currentTarget.value)}
        />
        <FileInput
          size="xs"
          label={t('imports.file')}
          placeholder={t('imports.choose')}
          accept=".csv,text/csv,text/plain"
          value={file}
          onChange={setFile}
          styles={{ placeholder: { color: 'var(--pult-quiet)' } }}
          clearable
          clearButtonProps={{ 'aria-label': t('imports.clear') }}
        />
        <Button
          disabled={!file || !tenantId}
          loading={state.isRunning}
          onClick={() => file && start(tenantId, file)}
        >
          {t('imports.submit')}
        </Button>
      </Stack>
      <ImportProgress {...state} />
    </Page>
  );
}
