import { Anchor, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { StrategiesView } from './read-strategies.ts';
import { TrialSection } from './trial-section.tsx';

type Props = StrategiesView & { answer: unknown };

/** The strategies, and the trial of one against another. */
export function StrategyListPage({ answer, ...view }: Props) {
  const { t } = useTranslation('strategy');
  const { strategies, mayWrite } = view;
  const shown =
    strategies.length === 0 ? (
      <NothingHere text={t('none')} hint={t('noneHint')} />
    ) : (
      <Strategies strategies={strategies} />
    );
  return (
    <Page title={t('title')} note={t('note')}>
      {mayWrite ? (
        <Split panel={<NewStrategy strategies={strategies} answer={answer} />}>{shown}</Split>
      ) : (
        shown
      )}
      <TrialSection {...view} />
    </Page>
  );
}

function Strategies({ strategies }: Pick<StrategiesView, 'strategies'>) {
  const { t } = useTranslation('strategy');
  return (
    <Wide label={t('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.inForce')}</Table.Th>
            <Table.Th ta="right">{t('column.people')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {strategies.map((strategy) => (
            <StrategyRow key={strategy.id} strategy={strategy} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function StrategyRow({ strategy }: { strategy: StrategiesView['strategies'][number] }) {
  const { t } = useTranslation('strategy');
  const { format, workplace } = useDesk();
  const { id, name, version, inForceFrom, people, retiredAt, hasDraft } = strategy;
  const inUse = [t('inUse'), ...(hasDraft ? [t('hasDraft')] : [])].join(', ');
  return (
    <Table.Tr {...(retiredAt ? { c: 'dimmed' } : {})}>
      <Table.Td>
        <Anchor component={Link} to={`/t/${workplace.slug}/plan/debt/strategies/${id}`}>
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {version && inForceFrom ? t('since', { version, date: format.fullDay(inForceFrom) }) : t('notYet')}
      </Table.Td>
      <Table.Td ta="right">{format.count(people)}</Table.Td>
      <Table.Td>{retiredAt ? t('retired', { date: format.fullDay(retiredAt) }) : inUse}</Table.Td>
    </Table.Tr>
  );
}

function NewStrategy({ strategies, answer }: Pick<Props, 'strategies' | 'answer'>) {
  const { t } = useTranslation('strategy');
  const fault = useFaults(answer);
  const sources = strategies.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormPanel title={t('add')} submit={t('create')} fault={fault('form')}>
      <TextInput name="name" label={t('name')} maxLength={120} error={fault('name')} />
      <NativeSelect name="from" label={t('from')} data={[{ value: '', label: t('fromNone') }, ...sources]} />
      <Text size="xs" c="dimmed">
        {t('noneHint')}
      </Text>
    </FormPanel>
  );
}
