import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type RequestSort, requestSorts } from './request-query.ts';
import { type OptionalColumn, optionalColumns } from './use-columns.ts';

type ListSettingsProps = {
  sort: RequestSort;
  onSort(sort: RequestSort): void;
  hidden: readonly OptionalColumn[];
  onToggle(column: OptionalColumn): void;
};

/** In what order the list stands and which columns it shows. */
export function ListSettings({ sort, onSort, hidden, onToggle }: ListSettingsProps) {
  const { t } = useTranslation('desk');
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('list.settings')} title={t('list.settings')}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.order')}</Menu.Label>
        <Menu.RadioGroup value={sort} onChange={(value) => onSort(value as RequestSort)}>
          {requestSorts.map((known) => (
            <Menu.RadioItem key={known} value={known}>
              {t(`list.sort.${known}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('list.columns')}</Menu.Label>
        {optionalColumns.map((column) => (
          <Menu.CheckboxItem
            key={column}
            checked={!hidden.includes(column)}
            onChange={() => onToggle(column)}
          >
            {t(`list.column.${column}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
