import { Button, NumberInput, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { OfferLimits, OfferRules } from './offer-limits.ts';

const fields = ['days', 'leastPercent', 'perYear', 'instalments'] as const satisfies (keyof OfferLimits)[];
const whose = ['agent', 'lead'] as const;

/** How far agents and leads may go towards a debtor, and the terms that hold for everybody. */
export function OfferRulesPage({ rules }: { rules: OfferRules }) {
  const { t } = useTranslation('debt');
  const fetcher = useFetcher<{ done?: true }>();
  const fault = useFaults(fetcher.data);
  const [draft, setDraft] = useState(rules);
  const set = (over: Partial<OfferRules>) => setDraft({ ...draft, ...over });
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  return (
    <Page title={t('rules.title')} note={t('rules.note')}>
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault();
          void fetcher.submit(draft, { method: 'post', encType: 'application/json' });
        }}
      >
        <FormAlert text={fault('form')} />
        <Section title={t('rules.offers')}>
          <LimitTable draft={draft} onChange={set} fault={fault} />
        </Section>
        <Section title={t('rules.tolerance')}>
          <Figure
            label={t('rules.toleranceDays')}
            value={draft.toleranceDays}
            fault={fault('toleranceDays')}
            onChange={(toleranceDays) => set({ toleranceDays })}
          />
          <Figure
            label={t('rules.toleranceRoubles')}
            value={draft.toleranceKopecks / 100}
            fault={fault('toleranceKopecks')}
            onChange={(roubles) => set({ toleranceKopecks: Math.round(roubles * 100) })}
          />
        </Section>
        <Section title={t('rules.restoration')} note={t('rules.restorationSource')}>
          <Figure
            label={t('rules.restoreDays')}
            value={draft.restoreDays}
            fault={fault('restoreDays')}
            onChange={(restoreDays) => set({ restoreDays })}
          />
        </Section>
        <div>
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('rules.save')}
          </Button>
          <Text span size="sm" ml="sm" role="status">
            {isSaved ? t('rules.saved') : ''}
          </Text>
        </div>
      </Stack>
    </Page>
  );
}

type TableProps = {
  draft: OfferRules;
  onChange(over: Partial<OfferRules>): void;
  fault(field: string): string | undefined;
};

function LimitTable({ draft, onChange, fault }: TableProps) {
  const { t } = useTranslation('debt');
  return (
    <Wide label={t('rules.offers')}>
      <Table maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            {whose.map((who) => (
              <Table.Th key={who}>{t(`rules.who.${who}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Td>
                <Text inherit w={{ base: 104, sm: 220 }} style={{ whiteSpace: 'normal' }}>
                  {t(`rules.${field}`)}
                </Text>
              </Table.Td>
              {whose.map((who) => (
                <Table.Td key={who}>
                  <NumberInput
                    w={84}
                    aria-label={`${t(`rules.${field}`)}, ${t(`rules.who.${who}`)}`}
                    min={0}
                    value={draft[who][field]}
                    error={fault(field)}
                    onChange={(value) => onChange({ [who]: { ...draft[who], [field]: Number(value) } })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

type FigureProps = { label: string; value: number; fault: string | undefined; onChange(value: number): void };

function Figure({ label, value, fault, onChange }: FigureProps) {
  return (
    <NumberInput
      label={label}
      maw={320}
      min={0}
      value={value}
      error={fault}
      onChange={(changed) => onChange(Number(changed))}
    />
  );
}
