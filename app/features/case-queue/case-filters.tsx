import { Button, Group, Popover, SegmentedControl } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { TextFilter } from '#app/components/text-filter.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { type CaseQuery, searchOfCases } from '#app/features/case/case-query.ts';
import { SaveViewButton } from '#app/features/saved-view/save-view-button.tsx';
import styles from './case-filters.module.css';
import { CaseQueryFields } from './case-query-fields.tsx';

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
      <TextFilter
        className={styles.text}
        label={t('list.search')}
        text={query.text}
        onChange={(text) => narrow({ text })}
      />
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
          <SaveViewButton area="case" query={own} />
        </>
      ) : null}
    </Group>
  );
}
