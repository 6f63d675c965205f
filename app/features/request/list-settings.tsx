import { ActionIcon, Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react';
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
    <Menu position="bottom-end" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('list.settings')} title={t('list.settings')}>
          <IconAdjustmentsHorizontal size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('list.order')}</Menu.Label>
        {requestSorts.map((known) => (
          <Choice
            key={known}
            role="menuitemradio"
            label={t(`list.sort.${known}`)}
            isChosen={known === sort}
            onChoose={() => onSort(known)}
          />
        ))}
        <Menu.Label>{t('list.columns')}</Menu.Label>
        {optionalColumns.map((column) => (
          <Choice
            key={column}
            role="menuitemcheckbox"
            label={t(`list.column.${column}`)}
            isChosen={!hidden.includes(column)}
            onChoose={() => onToggle(column)}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

type ChoiceProps = {
  role: 'menuitemradio' | 'menuitemcheckbox';
  label: string;
  isChosen: boolean;
  onChoose(): void;
};

function Choice({ role, label, isChosen, onChoose }: ChoiceProps) {
  return (
    <Menu.Item
      role={role}
      aria-checked={isChosen}
      rightSection={isChosen ? <IconCheck size={14} aria-hidden /> : null}
      onClick={onChoose}
    >
      {label}
    </Menu.Item>
  );
}
