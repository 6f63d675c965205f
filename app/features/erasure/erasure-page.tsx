import { Alert, Anchor, Checkbox, List, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormPanel } from '#app/components/form-panel.tsx';
import { Page, Section, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { erasureGrounds } from './erasure.ts';
import type { ErasureView } from './read-erasure.ts';

type Props = { view: ErasureView; answer: unknown };

/** A person's data before they are destroyed, and the act afterwards. */
export function ErasurePage({ view, answer }: Props) {
  const { t } = useTranslation('erasure');
  const { workplace } = useDesk();
  const back = { to: `/t/${workplace.slug}/plan/erasures`, label: t('title') };
  if (view.act) return <Act view={view} act={view.act} back={back} />;
  return (
    <Page title={view.name} note={t('beforeNote')} back={back}>
      <Split panel={view.obstacles.length === 0 ? <EraseForm answer={answer} /> : null}>
        {view.obstacles.length > 0 ? <Obstacles view={view} /> : null}
        <Section title={t('goes')}>
          <Fates of={['goesPerson', 'goesWords', 'goesForecasts', 'goesFiles']} />
        </Section>
        <Section title={t('stays')}>
          <Fates of={['staysFigures', 'staysBooks', 'staysContacts', 'staysAccess', 'staysBackups']} />
        </Section>
      </Split>
    </Page>
  );
}

type Fate =
  | 'goesPerson'
  | 'goesWords'
  | 'goesForecasts'
  | 'goesFiles'
  | 'staysFigures'
  | 'staysBooks'
  | 'staysContacts'
  | 'staysAccess'
  | 'staysBackups';

function Fates({ of }: { of: readonly Fate[] }) {
  const { t } = useTranslation('erasure');
  return (
    <List size="sm" spacing={4}>
      {of.map((fate) => (
        <List.Item key={fate}>{t(fate)}</List.Item>
      ))}
    </List>
  );
}

function Obstacles({ view }: { view: ErasureView }) {
  const { t } = useTranslation('erasure');
  const { format } = useDesk();
  const { business } = view;
  if (!business) return null;
  return (
    <Alert color="yellow" title={t('blocked')}>
      <List size="sm">
        {view.obstacles.map((obstacle) => (
          <List.Item key={obstacle}>
            {obstacle === 'owesKopecks'
              ? t('obstacle.owesKopecks', { sum: format.money(business.owesKopecks) })
              : t(`obstacle.${obstacle}`, { count: business[obstacle] })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function EraseForm({ answer }: { answer: unknown }) {
  const { t } = useTranslation('erasure');
  const fault = useFaults(answer);
  const [isSure, setSure] = useState(false);
  return (
    <FormPanel title={t('erase')} submit={t('do')} fault={fault('form')} isHeld={!isSure} isDangerous>
      <NativeSelect
        name="ground"
        label={t('column.ground')}
        data={erasureGrounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
      />
      <TextInput name="paper" label={t('column.paper')} description={t('paperHint')} error={fault('paper')} />
      <TextInput name="askedOn" type="date" label={t('column.askedOn')} error={fault('askedOn')} />
      <Checkbox
        label={t('sure')}
        checked={isSure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </FormPanel>
  );
}

type ActProps = Pick<Props, 'view'> & {
  act: NonNullable<ErasureView['act']>;
  back: { to: string; label: string };
};

function Act({ view, act, back }: ActProps) {
  const { t } = useTranslation('erasure');
  const { format } = useDesk();
  const file = (
    <Anchor href={`${view.subscriberId}/log`} download>
      {t('log')}
    </Anchor>
  );
  return (
    <Page title={t('actOf', { at: format.moment(act.at) })} note={t('actNote')} back={back} actions={file}>
      <Text size="sm">
        {t('whose')} <code>{view.subscriberId}</code>
      </Text>
      <Text size="sm">
        {t(`ground.${act.ground}`)}: {act.paper};{' '}
        {t('received', { on: format.fullDay(new Date(act.askedOn)) })}
      </Text>
      <Text size="sm">{t('doneBy', { by: act.by })}</Text>
      <Wide label={t('what')}>
        <Table maw={560} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('what')}</Table.Th>
              <Table.Th>{t('became')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {act.counts.map(({ kind, deed, rows }) => (
              <Table.Tr key={`${kind} ${deed}`}>
                <Table.Td>{t(`kind.${kind}`)}</Table.Td>
                <Table.Td>
                  {t(`deed.${deed}`)}: {rows}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Page>
  );
}
