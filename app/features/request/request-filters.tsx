import { ActionIcon, Button, Checkbox, Group, Popover, Select, TextInput } from '@mantine/core';
import { IconBookmark, IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher, useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
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
      <TextFilter text={query.text} onChange={(text) => narrow({ text })} />
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
          <SaveView query={searchOf({ ...query, ...firstPage })} />
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

function TextFilter({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChange(typed.trim());
  };
  return (
    <form onSubmit={submit} className={styles.text}>
      <TextInput
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        leftSection={<IconSearch size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}

function SaveView({ query }: { query: string }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const [isOpen, setOpen] = useState(false);
  const fault = useFaults(fetcher.data);
  useEffect(() => {
    if (fetcher.state === 'idle' && fetcher.data && 'ok' in fetcher.data) setOpen(false);
  }, [fetcher.state, fetcher.data]);
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t('views.save')}
          title={t('views.save')}
          onClick={() => setOpen((before) => !before)}
        >
          <IconBookmark size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <fetcher.Form method="post" action={`${home}/views`}>
          <input type="hidden" name="query" value={query} />
          <Group align="start" gap="xs">
            <TextInput
              name="name"
              required
              maxLength={60}
              placeholder={t('views.name')}
              aria-label={t('views.name')}
              error={fault('name') ?? fault('form')}
            />
            <Button type="submit">{t('views.save')}</Button>
          </Group>
        </fetcher.Form>
      </Popover.Dropdown>
    </Popover>
  );
}
