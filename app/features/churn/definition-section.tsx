import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
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

type Props = Pick<ChurnView, 'current' | 'definitions' | 'today' | 'mayWrite'>;

/** What counts as leaving, now and before; whoever may changes it from a date on. */
export function DefinitionSection({ current, definitions, today, mayWrite }: Props) {
  const { t } = useTranslation('churn');
  const { day } = useFigures();
  const kindsOf = (kinds: readonly DepartureKind[]) => kinds.map((kind) => t(`kind.${kind}`)).join(', ');
  return (
    <Section title={t('definition.title')} id="definition">
      <Text>{t('definition.now', { kinds: kindsOf(current.kinds), days: current.silentDays })}</Text>
      {definitions.length === 0 ? <Text c="dimmed">{t('definition.none')}</Text> : null}
      {definitions.map(({ from, kinds, silentDays, carrierAccountId }) => (
        <Text key={`${from} ${carrierAccountId}`} c="dimmed" size="sm">
          {t('definition.history', { date: day(from), kinds: kindsOf(kinds), days: silentDays })}
        </Text>
      ))}
      {mayWrite ? <DefinitionForm current={current} today={today} /> : null}
    </Section>
  );
}

function DefinitionForm({ current, today }: Pick<Props, 'current' | 'today'>) {
  const { t } = useTranslation('churn');
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [kinds, setKinds] = useState<string[]>([...current.kinds]);
  const [silentDays, setSilentDays] = useState(String(current.silentDays));
  const [from, setFrom] = useState(today);
  const isSaved = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  const save = () =>
    void fetcher.submit(
      { from, kinds, silentDays, carrierAccountId: '' },
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
