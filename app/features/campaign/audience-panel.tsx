import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { CampaignKind } from './campaign.ts';
import type { CountedAudience } from './preview-campaign.ts';
import { campaignChannels } from './steps.ts';
import { type PlanForm, useCountedAudience } from './use-campaign-plan.ts';

/** Whom the plan as it is typed would be for, and what it could prove. */
export function AudiencePanel({ form, kind }: { form: PlanForm; kind: CampaignKind }) {
  const { t } = useTranslation('campaign');
  const { format } = useDesk();
  const { counted, isBusy } = useCountedAudience(form);
  return (
    <Panel title={t('audience')}>
      <div aria-live="polite">
        {counted ? null : <Text c="dimmed">{t('counting')}</Text>}
        {counted?.asOf === null ? <Text c="dimmed">{t('neverCounted')}</Text> : null}
        {counted?.asOf ? (
          <Stack gap="sm" opacity={isBusy ? 0.6 : 1}>
            <Counts counted={counted} />
            <Smallest counted={counted} kind={kind} days={form.plan.windowDays} />
            <Text size="xs" c="dimmed">
              {t('asOf', { at: format.moment(new Date(counted.asOf)) })}
            </Text>
          </Stack>
        ) : null}
      </div>
    </Panel>
  );
}

function Counts({ counted }: { counted: CountedAudience }) {
  const { t } = useTranslation('campaign');
  const { format, carrierTitle } = useDesk();
  const { people, lines, sides, byCarrier, byBand } = counted;
  const bands = (['high', 'medium', 'low'] as const).map(
    (band) => [t(`band.${band}`), byBand[band] ?? 0] as const,
  );
  return (
    <>
      <Rows
        rows={[
          [t('people'), people],
          [t('lines'), lines],
          [t('column.treated'), sides.treated],
          [t('column.control'), sides.control],
        ]}
      />
      <Rows title={t('byCarrier')} rows={Object.entries(byCarrier).map(([id, n]) => [carrierTitle(id), n])} />
      <Rows title={t('byBand')} rows={bands} />
      <Table fz="xs" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('byChannel')}</Table.Th>
            <Table.Th ta="right">{t('reach')}</Table.Th>
            <Table.Th ta="right">{t('agreed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {campaignChannels.map((channel) => (
            <Table.Tr key={channel}>
              <Table.Td>{t(`channel.${channel}`)}</Table.Td>
              <Table.Td ta="right">{format.count(counted.reached[channel] ?? 0)}</Table.Td>
              <Table.Td ta="right">{format.count(counted.agreed[channel] ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Rows({ title, rows }: { title?: string; rows: (readonly [string, number])[] }) {
  const { format } = useDesk();
  return (
    <Table fz="xs" verticalSpacing={2} {...(title ? { 'aria-label': title } : {})}>
      <Table.Tbody>
        {rows.map(([name, n]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="right">{format.count(n)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type SmallestProps = { counted: CountedAudience; kind: CampaignKind; days: number };

function Smallest({ counted: { effect }, kind, days }: SmallestProps) {
  const { t, i18n } = useTranslation('campaign');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const points = (share: number) => number.format(share * 100);
  const from = `${number.format(effect.from * 100)} %`;
  const said = kind === 'win-back' ? 'smallest.someBack' : 'smallest.some';
  return (
    <section aria-label={t('smallest.title')}>
      <Text fw={600} size="sm">
        {t('smallest.title')}
      </Text>
      <Text size="sm">
        {effect.smallest === null
          ? t('smallest.none')
          : t(said, { days, from, points: points(effect.smallest) })}
      </Text>
      {effect.longer.map(({ days: longer, smallest }) =>
        smallest === null ? null : (
          <Text key={longer} size="xs">
            {t('smallest.longer', { days: longer, points: points(smallest) })}
          </Text>
        ),
      )}
      {effect.waves.map(({ waves, smallest }) =>
        smallest === null ? null : (
          <Text key={waves} size="xs">
            {t('smallest.waves', { count: waves, points: points(smallest) })}
          </Text>
        ),
      )}
      <Text size="xs" c="dimmed">
        {t('smallest.power')} {effect.isAssumed ? t('smallest.assumed') : null}
      </Text>
    </section>
  );
}
