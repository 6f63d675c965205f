import { Anchor, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useDays, useSpan } from '#app/components/use-span.ts';
import type { Mending } from './replan-sickness.ts';

/** Somebody is sick: the shifts he leaves open, and the fewest changes of others that mend the plan. */
export function ReplanPage({ absence, roster, lost, mended }: Mending) {
  const { t } = useTranslation('shift');
  const { workplace } = useDesk();
  const days = useDays();
  const plan = `/t/${workplace.slug}/plan`;
  return (
    <Page
      title={t('replan.title', { name: absence.name })}
      note={`${days(absence.fromAt, absence.lastAt)}. ${t('replan.lost', { count: lost.length })}`}
    >
      <Section title={t('replan.changes')}>
        {roster && mended.length > 0 ? (
          <>
            <Changes mended={mended} />
            <Text size="sm">{t('replan.hint')}</Text>
            <ActionButton
              action={`${plan}/shifts/sickness/${absence.id}/mending`}
              fields={{ version: `${roster.version}` }}
              label={t('replan.accept')}
              variant="filled"
            />
          </>
        ) : (
          <NothingHere text={t('replan.nothing')} hint={t('replan.nothingHint')} />
        )}
        <Anchor component={Link} to={roster ? `${plan}/shifts/${roster.id}` : `${plan}/today`}>
          {t(roster ? 'replan.toPlan' : 'replan.toToday')}
        </Anchor>
      </Section>
    </Page>
  );
}

function Changes({ mended }: Pick<Mending, 'mended'>) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const span = useSpan();
  const shown = (one: Mending['mended'][number]['before']) =>
    one ? span(one.startsAt, one.endsAt) : t('replan.free');
  return (
    <Wide label={t('replan.changes')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['date', 'who', 'before', 'after'] as const).map((key) => (
              <Table.Th key={key}>{t(`replan.${key}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mended.map(({ name, before, after }) => {
            const date = (after ?? before)?.date ?? '';
            return (
              <Table.Tr key={`${name} ${date}`}>
                <Table.Td>{format.date(date)}</Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{shown(before)}</Table.Td>
                <Table.Td>{shown(after)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
