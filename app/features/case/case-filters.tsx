import { Button, Group, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './case-filters.module.css';
import { type CaseQuery, searchOfCases } from './case-query.ts';
import { CaseQueryFields } from './case-query-fields.tsx';
import { SaveCaseView } from './save-case-view.tsx';

/** What the queue is narrowed to. Every choice is in the address at once. */
export function CaseFilters({ query }: { query: CaseQuery }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const navigate = useNavigate();
  const narrow = (change: Partial<CaseQuery>) =>
    void navigate(`${home}/cases${searchOfCases({ ...query, after: null, ...change })}`);
  const own = searchOfCases({ ...query, after: null });
  const chosen = [...new URLSearchParams(own).keys()].filter(
    (name) => name !== 'q' && name !== 'sort',
  ).length;
  return (
    <Group className={styles.filters} gap={6}>
      <TextFilter text={query.text} onChange={(text) => narrow({ text })} />
      <SegmentedControl
        aria-label={t('list.sort')}
        value={query.sort}
        onChange={(sort) => narrow({ sort: sort === 'newest' ? 'newest' : 'due' })}
        data={[
          { value: 'due', label: t('list.due') },
          { value: 'newest', label: t('list.newest') },
        ]}
      />
      <Popover position="bottom-end" trapFocus>
        <Popover.Target>
          <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={14} />}>
            {t('list.filters')}
            {chosen ? ` · ${chosen}` : null}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <CaseQueryFields query={query} onChange={narrow} />
        </Popover.Dropdown>
      </Popover>
      {own ? (
        <>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} />}
            onClick={() => navigate(`${home}/cases`)}
          >
            {t('list.clear')}
          </Button>
          <SaveCaseView query={own} />
        </>
      ) : null}
    </Group>
  );
}

function TextFilter({ text, onChange }: { text: string; onChange(text: string): void }) {
  const { t } = useTranslation('case');
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
