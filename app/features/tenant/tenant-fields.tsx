import { ColorInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantInput } from './tenant.ts';

const swatches = ['#1c7ed6', '#2b8a3e', '#9c36b5', '#c2255c', '#d9480f', '#0b7285', '#5f3dc4', '#5c940d'];

export function TenantFields({
  tenant,
  fault,
}: {
  tenant?: TenantInput;
  fault: (field: string) => string | undefined;
}) {
  const { t } = useTranslation('admin');
  return (
    <>
      <TextInput name="name" label={t('tenants.name')} defaultValue={tenant?.name} error={fault('name')} />
      <TextInput
        name="slug"
        label={t('tenants.slug')}
        description={t('tenants.slugHint')}
        defaultValue={tenant?.slug}
        error={fault('slug')}
        autoCapitalize="none"
        spellCheck={false}
      />
      <ColorInput
        name="colour"
        size="xs"
        label={t('tenants.colour')}
        description={t('tenants.colourHint')}
        defaultValue={tenant?.colour ?? swatches[0] ?? ''}
        error={fault('colour')}
        swatches={swatches}
        swatchesPerRow={8}
        withEyeDropper={false}
      />
      <TextInput
        name="timeZone"
        label={t('tenants.timeZone')}
        defaultValue={tenant?.timeZone ?? 'Europe/Moscow'}
        error={fault('timeZone')}
        spellCheck={false}
      />
    </>
  );
}
