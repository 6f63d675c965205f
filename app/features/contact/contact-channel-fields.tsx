import { Group, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { channels } from './contact.ts';
import type { ContactValues } from './contact-values.ts';

type FieldsProps = { values: ContactValues; onChange(some: Partial<ContactValues>): void };

/** In which channel, and who began. */
export function ContactChannelFields({ values, onChange }: FieldsProps) {
  const { t } = useTranslation('case');
  return (
    <Group align="flex-end" grow>
      <Select
        allowDeselect={false}
        label={t('contact.channel')}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        value={values.channel}
        onChange={(value) => onChange({ channel: channels.find((one) => one === value) ?? 'call' })}
      />
      <SegmentedControl
        aria-label={t('contact.direction')}
        data={(['inbound', 'outbound'] as const).map((value) => ({ value, label: t(`contact.${value}`) }))}
        value={values.direction}
        onChange={(value) => onChange({ direction: value === 'outbound' ? 'outbound' : 'inbound' })}
      />
    </Group>
  );
}
