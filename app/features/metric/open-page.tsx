import { Anchor, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
import { useKeyWords } from '#app/features/report/use-key-words.ts';
import type { BehindView } from './list-behind.ts';
import { columnsOf, OpenedRow } from './opened-row.tsx';

const parts = ['all', 'counted', 'rest'] as const;

/** What a number was counted from: as many rows as it says. */
export function OpenPage({ view }: { view: BehindView }) {
  const { t } = useTranslation(['behind', 'metric']);
  const { format, workplace } = useDesk();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { opened, total, next, isFirst, hasParts, rows } = view;
  const address = (changed: Record<string, string | null>) => {
    const asked = new URLSearchParams(query);
    for (const [name, value] of Object.entries({ after: null, ...changed })) {
      if (value === null) asked.delete(name);
      else asked.set(name, value);
    }
    return `?${asked}`;
  };
  return (
    <Page
      title={t(`metric:${opened.metric}.title`)}
      note={<Filters view={view} />}
      back={{ to: `/t/${workplace.slug}/report`, label: t('back') }}
    >
      <Group justify="space-between">
        <Text>{t('found', { count: total.n, n: format.count(total.n) })}</Text>
        {hasParts ? (
          <SegmentedControl
            size="xs"
            aria-label={t('partLabel')}
            value={opened.part}
            data={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
            onChange={(part) => navigate(address({ part }))}
          />
        ) : null}
      </Group>
      {rows.length === 0 ? <NothingHere text={t('none')} hint={t('noneHint')} /> : <Rows view={view} />}
      <Group>
        {isFirst ? null : (
          <Anchor component={Link} to={address({})}>
            {t('first')}
          </Anchor>
        )}
        {next ? (
          <Anchor component={Link} to={address({ after: next })}>
            {t('next')}
          </Anchor>
        ) : null}
      </Group>
    </Page>
  );
}

/** In words: what is counted, of which days, of which group. */
function Filters({ view: { opened } }: { view: BehindView }) {
  const { t } = useTranslation(['behind', 'metric', 'report']);
  const { format } = useDesk();
  const keyWords = useKeyWords();
  const { metric, from, to, group, within } = opened;
  const words = [
    t(`metric:${metric}.formula`),
    from === to ? format.date(from) : t('span', { from: format.date(from), to: format.date(to) }),
    ...[within, group].flatMap((one) =>
      one ? [`${t(`report:key.${one.dimension}`)}: ${keyWords(one.dimension, one.key)}`] : [],
    ),
  ];
  return <>{words.join(' · ')}</>;
}

function Rows({ view }: { view: BehindView }) {
  const { t } = useTranslation('behind');
  const keys = useListKeys();
  const shown = columnsOf(view);
  return (
    <Wide label={t('title')} rows={keys.ref}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {shown.map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
            {view.hasParts ? <Table.Th>{t('column.counted')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {view.rows.map((row) => (
            <OpenedRow key={`${row.id} ${row.place}`} row={row} view={view} shown={shown} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
