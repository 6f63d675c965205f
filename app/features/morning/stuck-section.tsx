import { Anchor, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ageOf } from '#app/features/case/age.ts';
import { searchOf } from '#app/features/request/request-query.ts';
import { Deed } from './deed.tsx';
import type { DueView } from './read-due.ts';
import { statesOf, stuckIn, totalOf } from './stuck.ts';

/** Which carriers' requests do not move, each number opening its list. */
export function StuckSection({ stuck }: Pick<DueView, 'stuck'>) {
  const { t } = useTranslation('morning');
  const { format, home, carrierTitle, now } = useDesk();
  const listOf = (carrier: string, states: Parameters<typeof searchOf>[0]['states']) =>
    `${home}/requests${searchOf({ carrier, states: states ?? [], sort: 'oldest' })}`;
  const ageText = (since: Date) => {
    const { unit, n } = ageOf(since, now);
    return t(`stuck.${unit}`, { n });
  };
  return (
    <Section title={t('stuck.title')} id="stuck">
      {stuck.length === 0 ? (
        <Text>{t('stuck.none')}</Text>
      ) : (
        <Wide label={t('stuck.title')}>
          <Table miw={520} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('stuck.carrier')}</Table.Th>
                {stuckIn.map((name) => (
                  <Table.Th key={name} ta="right">
                    {t(`stuck.${name}`)}
                  </Table.Th>
                ))}
                <Table.Th ta="right">{t('stuck.since')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {stuck.map((row) => (
                <Table.Tr key={row.carrier}>
                  <Table.Td>{carrierTitle(row.carrier)}</Table.Td>
                  {stuckIn.map((name) => (
                    <Table.Td key={name} ta="right">
                      {row[name] === 0 ? (
                        '—'
                      ) : (
                        <Anchor component={Link} size="sm" to={listOf(row.carrier, statesOf[name])}>
                          {format.count(row[name])}
                        </Anchor>
                      )}
                    </Table.Td>
                  ))}
                  <Table.Td ta="right">{ageText(row.since)}</Table.Td>
                  <Table.Td>
                    <Anchor
                      component={Link}
                      size="sm"
                      style={{ whiteSpace: 'nowrap' }}
                      to={listOf(
                        row.carrier,
                        stuckIn.filter((name) => row[name] > 0).flatMap((name) => statesOf[name]),
                      )}
                      aria-label={`${t('stuck.act')}: ${carrierTitle(row.carrier)}, ${totalOf(row)}`}
                    >
                      {t('stuck.act')}
                    </Anchor>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {stuck.length > 0 ? (
        <Group gap="md">
          <Deed to="report#annotations">{t('stuck.write')}</Deed>
        </Group>
      ) : null}
    </Section>
  );
}
