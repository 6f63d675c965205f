import { Anchor, Button, NativeSelect, NumberInput, Stack, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { FormPanel } from '#app/components/form-panel.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useListKeys } from '#app/components/use-list-keys.ts';
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
      {mayWrite ? (
        <Split
          panel={
            <Stack>
              <NewCampaign answer={answer} />
              <HoldoutForm percent={heldOutPercent} />
            </Stack>
          }
        >
          {shown}
        </Split>
      ) : (
        shown
      )}
    </Page>
  );
}

function Campaigns({ campaigns }: Pick<Props, 'campaigns'>) {
  const { t } = useTranslation('campaign');
  const rows = useListKeys();
  return (
    <Wide label={t('title')} rows={rows.ref}>
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
        <Anchor component={Link} to={`/t/${workplace.slug}/plan/campaigns/${id}`} data-row={id}>
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

/** Whom every campaign drawn from now on leaves alone in a quarter. */
function HoldoutForm({ percent }: { percent: number }) {
  const { t } = useTranslation('campaign');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const action = `/t/${useDesk().workplace.slug}/plan/campaigns/holdout`;
  return (
    <Panel title={t('holdout.title')}>
      <fetcher.Form method="post" action={action} style={{ display: 'contents' }}>
        <FormAlert text={fault('form')} />
        <NumberInput
          name="percent"
          label={t('holdout.percent')}
          description={t('holdout.note')}
          min={0}
          max={20}
          allowDecimal={false}
          defaultValue={percent}
          error={fault('percent')}
        />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('holdout.set')}
        </Button>
      </fetcher.Form>
    </Panel>
  );
}
