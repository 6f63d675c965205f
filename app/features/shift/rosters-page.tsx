import { Anchor, NumberInput, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { rosterHeard } from '#app/components/roster-heard.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useReadWhenHeard } from '#app/components/use-read-when-heard.ts';
import type { RostersView } from './read-rosters.ts';

type Props = RostersView & { answer: unknown };

/** Every plan with its state and how well it covers what is needed; beside them how the next is begun. */
export function RostersPage({ rosters, nextFrom, mayWrite, answer }: Props) {
  const { t } = useTranslation('shift');
  useReadWhenHeard(rosterHeard);
  const shown =
    rosters.length === 0 ? (
      <NothingHere text={t('none')} hint={t('noneHint')} />
    ) : (
      <Rosters rosters={rosters} />
    );
  return (
    <Page title={t('title')} note={t('note')}>
      {mayWrite ? (
        <Split panel={<NewRoster key={nextFrom} from={nextFrom} answer={answer} />}>{shown}</Split>
      ) : (
        shown
      )}
    </Page>
  );
}

function Rosters({ rosters }: Pick<Props, 'rosters'>) {
  const { t } = useTranslation('shift');
  return (
    <Wide label={t('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.dates')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            <Table.Th ta="right">{t('column.shifts')}</Table.Th>
            <Table.Th ta="right">{t('column.short')}</Table.Th>
            <Table.Th ta="right">{t('column.gap')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rosters.map((roster) => (
            <RosterRow key={roster.id} roster={roster} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function RosterRow({ roster }: { roster: Props['rosters'][number] }) {
  const { t } = useTranslation('shift');
  const { format, workplace } = useDesk();
  const { id, fromDate, lastDate, state, shifts, shortShare, gap, publishedAt } = roster;
  return (
    <Table.Tr {...(state === 'retired' ? { c: 'dimmed' } : {})}>
      <Table.Td>
        <Anchor component={Link} to={`/t/${workplace.slug}/plan/shifts/${id}`}>
          {format.period(fromDate, lastDate)}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {t(`state.${state}`)}
        {publishedAt ? (
          <Text size="xs" c="dimmed">
            {format.day(publishedAt)}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td ta="right">{format.count(shifts)}</Table.Td>
      <Table.Td ta="right">{shortShare === null ? '—' : t('percent', { share: shortShare })}</Table.Td>
      <Table.Td ta="right">{gap === null ? '—' : t('percent', { share: gap })}</Table.Td>
    </Table.Tr>
  );
}

function NewRoster({ from, answer }: { from: string; answer: unknown }) {
  const { t } = useTranslation('shift');
  const fault = useFaults(answer);
  return (
    <FormPanel title={t('add')} submit={t('create')} fault={fault('form')}>
      <TextInput name="from" type="date" label={t('from')} defaultValue={from} error={fault('from')} />
      <NumberInput
        name="weeks"
        label={t('weeks')}
        description={t('weeksHint')}
        min={1}
        max={6}
        allowDecimal={false}
        defaultValue={4}
        error={fault('weeks')}
      />
    </FormPanel>
  );
}
