import { Group, MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { stepActions } from '#app/features/ladder/strategy.ts';
import { isContact } from './strategy-faults.ts';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = { form: StrategyForm; isLocked: boolean };

const kinds = ['all', 'person', 'company'] as const;
const toKopecks = (roubles: string | number) => Math.round(Number(roubles) * 100);

/** Who is let on. */
export function EntryFields({ form, isLocked }: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { carriers } = useDesk();
  const { entry } = form.draft;
  return (
    <Section title={t('entry.title')}>
      <Group align="start">
        <NumberInput
          w={160}
          label={t('entry.leastKopecks')}
          value={entry.leastKopecks / 100}
          min={0}
          decimalScale={2}
          decimalSeparator={i18n.language === 'ru' ? ',' : '.'}
          disabled={isLocked}
          onChange={(roubles) => form.setEntry({ leastKopecks: toKopecks(roubles) })}
        />
        <NativeSelect
          w={180}
          label={t('entry.subscribers')}
          data={kinds.map((kind) => ({ value: kind, label: t(`entry.${kind}`) }))}
          value={entry.subscribers}
          disabled={isLocked}
          onChange={({ currentTarget: { value } }) =>
            form.setEntry({ subscribers: kinds.find((kind) => kind === value) ?? 'all' })
          }
        />
        <MultiSelect
          w={240}
          label={t('entry.carriers')}
          placeholder={entry.carriers.length === 0 ? t('entry.carriersAll') : ''}
          data={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
          value={entry.carriers}
          disabled={isLocked}
          onChange={(ids) => form.setEntry({ carriers: ids })}
        />
        <NumberInput
          w={240}
          label={t('entry.leastRiskPerMille')}
          value={entry.leastRiskPerMille / 10}
          min={0}
          max={100}
          disabled={isLocked}
          onChange={(percent) => form.setEntry({ leastRiskPerMille: Math.round(Number(percent) * 10) })}
        />
      </Group>
    </Section>
  );
}

/** What a contact costs, by channel. */
export function CostFields({ form, isLocked }: Props) {
  const { t, i18n } = useTranslation('strategy');
  const { costs } = form.draft;
  return (
    <Section title={t('costs')} note={t('costsNote')}>
      <Group align="start">
        {stepActions
          .filter((action) => isContact({ action }))
          .map((action) => (
            <NumberInput
              key={action}
              w={110}
              label={t(`action.${action}`)}
              value={(costs[action] ?? 0) / 100}
              min={0}
              decimalScale={2}
              decimalSeparator={i18n.language === 'ru' ? ',' : '.'}
              disabled={isLocked}
              onChange={(roubles) => form.setCosts({ [action]: toKopecks(roubles) })}
            />
          ))}
      </Group>
    </Section>
  );
}
