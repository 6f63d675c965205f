import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { useFigures } from '#app/features/prediction/use-figures.ts';
import { type DepartureKind, departureKinds } from './churn.ts';
import type { ChurnView } from './read-churn-page.ts';

type Props = Pick<ChurnView, 'contracts' | 'definitions' | 'today' | 'mayWrite'>;

/** What counts as leaving, now and before, of each contract; whoever may changes it from a date on. */
export function DefinitionSection({ contracts, definitions, today, mayWrite }: Props) {
  const { t } = useTranslation('churn');
  const { day } = useFigures();
  const nameOf = useContractNames();
  const told = contracts.filter(
    ({ id }) => id === '' || definitions.some(({ carrierAccountId }) => carrierAccountId === id),
  );
  const contractOf = (id: string) => contracts.find((one) => one.id === id);
  const kindsOf = (kinds: readonly DepartureKind[]) => kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  return (
    <Section title={t('definition.title')} id="definition">
      {told.map((contract) => (
        <Text key={contract.id}>
          {contract.id === '' ? '' : `${nameOf(contract)}. `}
          {t('definition.now', {
            kinds: kindsOf(contract.current.kinds),
            days: contract.current.silentDays,
          })}
        </Text>
      ))}
      {definitions.length === 0 ? <Text c="dimmed">{t('definition.none')}</Text> : null}
      {definitions.map(({ from, kinds, silentDays, carrierAccountId }) => (
        <Text key={`${from} ${carrierAccountId}`} c="dimmed" size="sm">
          {carrierAccountId === '' ? '' : `${nameOf(contractOf(carrierAccountId))}: `}
          {t('definition.history', { date: day(from), kinds: kindsOf(kinds), days: silentDays })}
        </Text>
      ))}
      {mayWrite ? <DefinitionForm contracts={contracts} today={today} /> : null}
    </Section>
  );
}

type Contract = ChurnView['contracts'][number];

/** A contract as it is told apart from the others; one that was closed has no name any more. */
function useContractNames(): (contract: Contract | undefined) => string {
  const { t } = useTranslation('churn');
  const { carrierTitle } = useDesk();
  return (contract) => {
    if (!contract) return t('definition.closed');
    if (contract.id === '') return t('definition.every');
    return `${carrierTitle(contract.carrier)} · ${contract.title}`;
  };
}

function DefinitionForm({ contracts, today }: Pick<Props, 'contracts' | 'today'>) {
  const { t } = useTranslation('churn');
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const nameOf = useContractNames();
  const [carrierAccountId, setContract] = useState('');
  const [kinds, setKinds] = useState<string[]>([...(contracts[0]?.current.kinds ?? [])]);
  const [silentDays, setSilentDays] = useState(String(contracts[0]?.current.silentDays ?? ''));
  const [from, setFrom] = useState(today);
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  /** What holds for the contract now is what one begins from. */
  function choose(id: string) {
    const chosen = contracts.find((one) => one.id === id);
    setContract(id);
    if (!chosen) return;
    setKinds([...chosen.current.kinds]);
    setSilentDays(String(chosen.current.silentDays));
  }
  const save = () =>
    void fetcher.submit(
      { from, kinds, silentDays, carrierAccountId },
      { method: 'post', encType: 'application/json', action: `/t/${workplace.slug}/plan/churn/definitions` },
    );
  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <FormAlert text={fault('form')} />
      <NativeSelect
        label={t('definition.contract')}
        maw={360}
        data={contracts.map((contract) => ({ value: contract.id, label: nameOf(contract) }))}
        value={carrierAccountId}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Checkbox.Group label={t('definition.kinds')} value={kinds} onChange={setKinds} error={fault('kinds')}>
        <Group mt={4}>
          {departureKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Group align="end">
        <TextInput
          type="number"
          label={t('definition.silentDays')}
          min={14}
          max={365}
          value={silentDays}
          error={fault('silentDays')}
          onChange={(event) => setSilentDays(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('definition.from')}
          value={from}
          error={fault('from')}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('definition.save')}
        </Button>
        <Text span size="sm" role="status">
          {isSaved ? t('definition.saved') : ''}
        </Text>
      </Group>
    </Stack>
  );
}
