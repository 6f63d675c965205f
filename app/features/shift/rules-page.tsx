import { Button, Group, NativeSelect, NumberInput, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Page, Wide } from '#app/components/page.tsx';
import { useRefusalNotice } from '#app/components/use-refusal-notice.ts';
import type { RulesView } from './read-plan-settings.ts';
import { ruleModes } from './shift.ts';

/** The labour rules, each with its article: hard, soft at a price, or off. */
export function RulesPage({ rules, mayWrite }: RulesView) {
  const { t } = useTranslation('shift');
  return (
    <Page title={t('rules.title')} note={t('rules.note')}>
      <Wide label={t('rules.title')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rules.rule')}</Table.Th>
              <Table.Th>{t('rules.source')}</Table.Th>
              <Table.Th>{t('rules.setting')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map((rule) => (
              <RuleRow
                key={`${rule.key} ${rule.mode} ${rule.value} ${rule.weight}`}
                rule={rule}
                mayWrite={mayWrite}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Page>
  );
}

function RuleRow({ rule, mayWrite }: { rule: RulesView['rules'][number]; mayWrite: boolean }) {
  const { t } = useTranslation('shift');
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {t(`rule.${rule.key}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`ruleHint.${rule.key}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        {rule.article === null ? t('rules.own') : t('article', { article: rule.article })}
        {rule.isWeaker ? (
          <Text size="xs" c="red" fw={600}>
            {t('rules.weaker')}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>
        {mayWrite && !rule.isFixed ? (
          <RuleForm rule={rule} />
        ) : (
          <Text size="sm">{t(`mode.${rule.mode}`)}</Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function RuleForm({ rule }: { rule: RulesView['rules'][number] }) {
  const { t } = useTranslation('shift');
  const fetcher = useFetcher();
  useRefusalNotice(fetcher.data);
  const inHours = rule.unit === 'minutes';
  const [mode, setMode] = useState(rule.mode);
  const [value, setValue] = useState<number | string>(inHours ? rule.value / 60 : rule.value);
  const [weight, setWeight] = useState<number | string>(rule.weight);
  const sent = {
    key: rule.key,
    mode,
    value: Math.round(Number(value) * (inHours ? 60 : 1)),
    weight: Number(weight),
  };
  const name = t(`rule.${rule.key}`);
  const isChanged = mode !== rule.mode || sent.value !== rule.value || sent.weight !== rule.weight;
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        aria-label={`${t('rules.setting')}: ${name}`}
        value={mode}
        onChange={(event) => setMode(ruleModes.find((one) => one === event.currentTarget.value) ?? mode)}
        data={ruleModes.map((one) => ({ value: one, label: t(`mode.${one}`) }))}
      />
      {rule.unit === 'none' ? null : (
        <NumberInput
          aria-label={`${t('rules.value')}: ${name}`}
          w={90}
          value={value}
          onChange={setValue}
          min={0}
          suffix={inHours ? t('rules.h') : ''}
        />
      )}
      {mode === 'soft' ? (
        <NumberInput
          aria-label={`${t('rules.weight')}: ${name}`}
          w={80}
          value={weight}
          onChange={setWeight}
          min={0}
          max={1000}
          allowDecimal={false}
        />
      ) : null}
      {isChanged ? (
        <Button
          loading={fetcher.state !== 'idle'}
          onClick={() => void fetcher.submit(sent, { method: 'post', encType: 'application/json' })}
        >
          {t('rules.save')}
        </Button>
      ) : null}
    </Group>
  );
}
