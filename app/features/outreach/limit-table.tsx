import { Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import type { ContactLimits } from './contact-limits.ts';
import { lawfulLimits, limitSources } from './contact-sources.ts';
import type { CalendarPeriod } from './local-time.ts';

type Props = {
  limits: ContactLimits;
  onChange(limits: ContactLimits): void;
  fault(field: string): string | undefined;
};
type Hours = 'workingDays' | 'daysOff';
type Caps = 'calls' | 'messages' | 'meetings';
type Caption = Partial<Record<CalendarPeriod, number>>;

const periods = ['day', 'week', 'month'] as const;

/** Every limit with what the law says, its article, and where that was read. */
export function LimitTable({ limits, onChange, fault }: Props) {
  const { t } = useTranslation('outreach');
  return (
    <Wide label={t('limits')}>
      <Table miw={760} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('limit')}</Table.Th>
            <Table.Th />
            <Table.Th>{t('law')}</Table.Th>
            <Table.Th>{t('source')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(['workingDays', 'daysOff'] as const).map((name) => (
            <LimitRow key={name} name={name} law={`${lawfulLimits[name].from}–${lawfulLimits[name].to}`}>
              <HoursInput name={name} limits={limits} onChange={onChange} fault={fault} />
            </LimitRow>
          ))}
          {(['calls', 'messages', 'meetings'] as const).map((name) => (
            <LimitRow key={name} name={name} law={Object.values(lawfulLimits[name]).join(' / ')}>
              <CapsInput name={name} limits={limits} onChange={onChange} fault={fault} />
            </LimitRow>
          ))}
          <LimitRow name="alsoOff" law="">
            <DaysInput limits={limits} onChange={onChange} fault={fault} />
          </LimitRow>
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function LimitRow({
  name,
  law,
  children,
}: {
  name: keyof ContactLimits;
  law: string;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('outreach');
  const { article, readIn } = limitSources[name];
  return (
    <Table.Tr>
      <Table.Td>{t(`field.${name}`)}</Table.Td>
      <Table.Td>{children}</Table.Td>
      <Table.Td>{law}</Table.Td>
      <Table.Td>
        <Stack gap={0}>
          <Text size="sm">{article}</Text>
          <Text size="xs" c="dimmed">
            {readIn}
          </Text>
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

function HoursInput({ name, limits, onChange, fault }: Props & { name: Hours }) {
  const { t } = useTranslation('outreach');
  return (
    <Group gap="xs" wrap="nowrap">
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="time"
          aria-label={`${t(`field.${name}`)}, ${t(end)}`}
          value={limits[name][end]}
          error={fault(end)}
          onChange={(event) =>
            onChange({ ...limits, [name]: { ...limits[name], [end]: event.currentTarget.value } })
          }
        />
      ))}
    </Group>
  );
}

function CapsInput({ name, limits, onChange, fault }: Props & { name: Caps }) {
  const { t } = useTranslation('outreach');
  const caps: Caption = limits[name];
  const lawful: Caption = lawfulLimits[name];
  const own = periods.filter((period) => caps[period] !== undefined);
  const isLooser = own.some((period) => (caps[period] ?? 0) > (lawful[period] ?? 0));
  return (
    <Group gap="xs" wrap="nowrap" align="end">
      {own.map((period) => (
        <NumberInput
          key={period}
          w={80}
          min={0}
          label={t(`period.${period}`)}
          aria-label={`${t(`field.${name}`)}, ${t(`period.${period}`)}`}
          value={caps[period] ?? 0}
          error={fault(period)}
          onChange={(value) => onChange({ ...limits, [name]: { ...caps, [period]: Number(value) } })}
        />
      ))}
      {isLooser ? (
        <Text size="xs" c="red">
          {t('looser')}
        </Text>
      ) : null}
    </Group>
  );
}

function DaysInput({ limits, onChange, fault }: Props) {
  const { t } = useTranslation('outreach');
  return (
    <TextInput
      aria-label={t('field.alsoOff')}
      description={t('alsoOffNote')}
      defaultValue={limits.alsoOff.join(', ')}
      error={fault('alsoOff')}
      onChange={(event) =>
        onChange({ ...limits, alsoOff: event.currentTarget.value.split(/[,;\s]+/).filter(Boolean) })
      }
    />
  );
}
