import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { RulesPreview as Preview } from './compare-rules.ts';
import type { ContractTerms } from './contract.ts';
import { EscalationTable } from './escalation-table.tsx';
import { ExclusionTable } from './exclusion-table.tsx';
import { RuleTable } from './rule-table.tsx';
import { RulesPreview } from './rules-preview.tsx';
import { useContractForm } from './use-contract-form.ts';

type EditorProps = {
  terms: ContractTerms | null;
  today: string;
  calendars: readonly { id: string; name: string }[];
  mayWrite: boolean;
};
const json = { method: 'post', encType: 'application/json' } as const;

/** The contract as a table. What it would change is shown before it is written. */
export function ContractEditor({ terms: given, today, calendars, mayWrite }: EditorProps) {
  const { t } = useTranslation('sla');
  const { slug } = useDesk().workplace;
  const form = useContractForm(given, today, calendars[0]?.id ?? '', {
    h: t('unit.h'),
    m: t('unit.m'),
  });
  const { draft, terms, edit } = form;
  const saving = useFetcher();
  const previewing = useFetcher<{ preview?: Preview }>();
  const wrong = useFaults(saving.data ?? previewing.data);
  const { effectiveOn, appliesTo, reason } = draft;
  return (
    <Stack gap="lg">
      <Section title={t('contract.rules')} note={t('contract.rulesNote')}>
        <RuleTable form={form} calendars={calendars} />
      </Section>
      <Section title={t('contract.exclusions')} note={t('contract.exclusionsNote')}>
        <ExclusionTable form={form} />
      </Section>
      <Section title={t('contract.alarms')} note={t('contract.alarmsNote')}>
        <TextInput
          maw={220}
          label={t('contract.warnAt')}
          value={draft.warnAt}
          onChange={(event) => edit({ warnAt: event.currentTarget.value })}
        />
        <EscalationTable form={form} />
        <TextInput
          maw={220}
          label={t('contract.grace')}
          description={t('contract.graceHint')}
          value={draft.grace}
          onChange={(event) => edit({ grace: event.currentTarget.value })}
        />
      </Section>
      <Section title={t('contract.save')} note={t('contract.saveNote')}>
        <Stack gap="sm" maw={520}>
          <FormAlert text={wrong('form') ?? wrong('minutes') ?? wrong('other')} />
          <TextInput
            type="date"
            label={t('contract.from')}
            description={t('contract.fromHint')}
            value={effectiveOn}
            error={wrong('effectiveOn') ?? wrong('effectiveFrom')}
            onChange={(event) => edit({ effectiveOn: event.currentTarget.value })}
          />
          <Radio.Group
            label={t('contract.appliesTo')}
            value={appliesTo}
            onChange={(value) => edit({ appliesTo: value === 'open' ? 'open' : 'new' })}
          >
            <Stack gap={6} mt={6}>
              <Radio value="new" label={t('contract.applies.new')} />
              <Radio value="open" label={t('contract.applies.open')} />
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('contract.reason')}
            value={reason}
            error={wrong('reason')}
            maxLength={300}
            onChange={(event) => edit({ reason: event.currentTarget.value })}
          />
          <Group>
            <Button
              variant="default"
              disabled={!terms || !mayWrite}
              loading={previewing.state !== 'idle'}
              onClick={() =>
                terms && previewing.submit({ terms }, { ...json, action: `/t/${slug}/plan/contract/preview` })
              }
            >
              {t('contract.preview')}
            </Button>
            <Button
              disabled={!terms || !mayWrite}
              loading={saving.state !== 'idle'}
              onClick={() => terms && saving.submit({ effectiveOn, appliesTo, reason, terms }, json)}
            >
              {t('contract.save')}
            </Button>
          </Group>
        </Stack>
        {previewing.data?.preview ? <RulesPreview preview={previewing.data.preview} /> : null}
      </Section>
    </Stack>
  );
}
