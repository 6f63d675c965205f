import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { type CaseQuery, searchOfCases } from '#app/features/case/case-query.ts';

/** An empty queue is good news, an empty search is not. */
export function CaseListEmpty({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('case');
  return (
    <Stack gap={4} align="center" py={64} px="md" ta="center">
      <Text fw={600}>{isFiltered ? t('list.nothing') : t('list.empty')}</Text>
      <Text c="dimmed">{isFiltered ? t('list.nothingHint') : t('list.emptyHint')}</Text>
    </Stack>
  );
}

/** To the next page and back to the first. */
export function CaseListPaging({ query, next }: { query: CaseQuery; next: string | null }) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const list = `${home}/cases`;
  if (!next && !query.after) return null;
  return (
    <Group justify="space-between" px="md" py="sm">
      {query.after ? (
        <Anchor component={Link} to={list + searchOfCases({ ...query, after: null })}>
          {t('list.start')}
        </Anchor>
      ) : (
        <span />
      )}
      {next ? (
        <Anchor component={Link} to={list + searchOfCases({ ...query, after: next })}>
          {t('list.more')}
        </Anchor>
      ) : null}
    </Group>
  );
}
