import { Anchor, NativeSelect, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { campaignKinds } from './campaign.ts';
import type { CampaignsView } from './read-campaigns.ts';

type Props = CampaignsView & { answer: unknown };

/** Every campaign with its state and sides, and beside them how one is begun. */
export function CampaignsPage({ campaigns, mayWrite, heldOutPercent, answer }: Props) {
  const { t } = useTranslation('campaign');
  const shown =
    campaigns.length === 0 ? (
      <NothingHere text={t('none')} hint={t('noneHint')} />
    ) : (
      <Campaigns campaigns={campaigns} />
    );
  const heldOut = heldOutPercent > 0 ? ` ${t('heldOutNote', { percent: heldOutPercent })}` : '';
  return (
    <Page title={t('title')} note={t('note') + heldOut}>
      {mayWrite ? <Split panel={<NewCampaign answer={answer} />}>{shown}</Split> : shown}
    </Page>
  );
}

function Campaigns({ campaigns }: Pick<Props, 'campaigns'>) {
  const { t } = useTranslation('campaign');
  return (
    <Wide label={t('title')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('column.name')}</Table.Th>
            <Table.Th>{t('column.kind')}</Table.Th>
            <Table.Th>{t('column.state')}</Table.Th>
            <Table.Th ta="right">{t('column.treated')}</Table.Th>
            <Table.Th ta="right">{t('column.control')}</Table.Th>
            <Table.Th ta="right">{t('column.left')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function CampaignRow({ campaign }: { campaign: Props['campaigns'][number] }) {
  const { t } = useTranslation('campaign');
  const { format, workplace } = useDesk();
  const { id, name, kind, state, sides, daysLeft } = campaign;
  return (
    <Table.Tr {...(state === 'finished' ? { c: 'dimmed' } : {})}>
      <Table.Td>
        <Anchor component={Link} to={`/t/${workplace.slug}/plan/campaigns/${id}`}>
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>{t(`kind.${kind}`)}</Table.Td>
      <Table.Td>{t(`state.${state}`)}</Table.Td>
      <Table.Td ta="right">{format.count(sides.treated)}</Table.Td>
      <Table.Td ta="right">{format.count(sides.control)}</Table.Td>
      <Table.Td ta="right">{daysLeft ?? '—'}</Table.Td>
    </Table.Tr>
  );
}

function NewCampaign({ answer }: Pick<Props, 'answer'>) {
  const { t } = useTranslation('campaign');
  const fault = useFaults(answer);
  return (
    <FormPanel title={t('add')} submit={t('create')} fault={fault('form')}>
      <TextInput name="name" label={t('name')} maxLength={120} error={fault('name')} />
      <NativeSelect
        name="kind"
        label={t('kindLabel')}
        description={t('noneHint')}
        data={campaignKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        error={fault('kind')}
      />
    </FormPanel>
  );
}
