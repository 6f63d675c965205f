import { Button, Checkbox, Group, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TextFilter } from '#app/components/text-filter.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { SaveViewButton } from '#app/features/saved-view/save-view-button.tsx';
import { ListSettings } from './list-settings.tsx';
import { requestKinds, requestStates } from './request.ts';
import styles from './request-filters.module.css';
import { firstPage, isNarrowed, type RequestQuery, searchOf } from './request-query.ts';
import type { useColumns } from './use-columns.ts';

type FiltersProps = { query: RequestQuery; columns: ReturnType<typeof useColumns> };

/** What the list is narrowed to. Every choice is in the address at once. */
export function RequestFilters({ query, columns }: FiltersProps) {
  const { t } = useTranslation(['desk', 'request']);
  const { home, carriers, may } = useDesk();
  const navigate = useNavigate();
  const narrow = (change: Partial<RequestQuery>) =>
    navigate(`${home}/requests${searchOf({ ...query, ...firstPage, ...change })}`);
  const state = query.states.length === 1 ? query.states[0] : null;
  return (
    <Group className={styles.filters} gap={6}>
      <TextFilter
        className={styles.text}
        label={t('list.search')}
        text={query.text}
        onChange={(text) => narrow({ text })}
      />
      <Select
        w={168}
        clearable
        aria-label={t('list.anyState')}
        placeholder={
          query.states.length > 1
            ? query.states.map((one) => t(`request:state.${one}`)).join(', ')
            : t('list.anyState')
        }
        data={requestStates.map((value) => ({ value, label: t(`request:state.${value}`) }))}
        value={state ?? null}
        onChange={(value) => narrow({ states: requestStates.filter((known) => known === value) })}
      />
      <Select
        w={150}
        clearable
        aria-label={t('list.anyCarrier')}
        placeholder={t('list.anyCarrier')}
        data={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
        value={query.carrier}
        onChange={(carrier) => narrow({ carrier })}
      />
      <Select
        w={190}
        clearable
        aria-label={t('list.anyKind')}
        placeholder={t('list.anyKind')}
        data={requestKinds.map((value) => ({ value, label: t(`request:kind.${value}`) }))}
        value={query.kind}
        onChange={(value) => narrow({ kind: requestKinds.find((known) => known === value) ?? null })}
      />
      {may.create ? (
        <Checkbox
          label={t('list.mine')}
          checked={query.mine}
          onChange={(event) => narrow({ mine: event.currentTarget.checked })}
        />
      ) : null}
      {isNarrowed(query) ? (
        <>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} />}
            onClick={() => navigate(`${home}/requests`)}
          >
            {t('list.clear')}
          </Button>
          <SaveViewButton area="request" query={searchOf({ ...query, ...firstPage })} />
        </>
      ) : null}
      <ListSettings
        sort={query.sort}
        onSort={(sort) => narrow({ sort })}
        hidden={columns.hidden}
        onToggle={columns.toggle}
      />
    </Group>
  );
}
