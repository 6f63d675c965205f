import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#app/features/access/role.ts';

type PlaceFieldsProps = {
  tenants: readonly { id: string; name: string }[];
  fault: (field: string) => string | undefined;
};

// Not imported from the schema as a value: that would bring the database into the browser.
const roles: readonly Role[] = ['agent', 'lead', 'manager', 'client', 'admin'];

/** Which role, and at which client company. */
export function PlaceFields({ tenants, fault }: PlaceFieldsProps) {
  const { t } = useTranslation(['admin', 'role']);
  const [role, setRole] = useState<string>('agent');
  const places = tenants.map(({ id, name }) => ({ value: id, label: name }));
  const centre = [{ value: '', label: t('people.centre') }];
  return (
    <>
      <NativeSelect
        name="role"
        size="xs"
        label={t('people.role')}
        data={roles.map((value) => ({ value, label: t(`role:${value}`) }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
        error={fault('role')}
      />
      <NativeSelect
        name="tenantId"
        size="xs"
        label={t('people.tenant')}
        data={role === 'admin' ? centre : places}
        error={fault('tenantId')}
      />
    </>
  );
}
