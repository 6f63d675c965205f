import { Alert, Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { isRefused, useFaults } from '#app/components/use-faults.ts';
import type { StrategyView } from './read-strategy.ts';
import type { StrategyForm } from './use-strategy-form.ts';

type Props = { strategy: StrategyView; form: StrategyForm };

/** Saves the draft. When somebody else has saved another meanwhile, asks whose to keep. */
export function SaveBar({ strategy, form }: Props) {
  const { t } = useTranslation('strategy');
  const { submit, data, state } = useFetcher<{ drafted?: number }>();
  const fault = useFaults(data);
  const isConflict = isRefused(data) && data.error?.code === 'draft-changed';
  const { rules, isTouched, settle } = form;
  const save = () =>
    submit(
      { rules, seen: strategy.seen?.toISOString() ?? null },
      { method: 'post', encType: 'application/json' },
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (data?.drafted) settle();
  }, [data]);
  const said = ['steps', 'text', 'day', 'leastKopecks', 'leastRiskPerMille', 'carriers', 'other'] as const;
  return (
    <>
      {isConflict ? <Conflict strategy={strategy} form={form} onKeep={save} /> : null}
      {isConflict ? null : <FormAlert text={fault('form') ?? said.map(fault).find(Boolean)} />}
      <Group>
        <Button loading={state !== 'idle'} disabled={!isTouched} onClick={save}>
          {t('save')}
        </Button>
        <Text c="dimmed" role="status">
          {isTouched ? t('unsaved') : data?.drafted ? t('saved') : null}
        </Text>
      </Group>
    </>
  );
}

/** The page has read what the other saved by now: keeping one's own saves over it, knowingly. */
function Conflict({ strategy, form, onKeep }: Props & { onKeep(): void }) {
  const { t } = useTranslation(['strategy', 'errors']);
  const { format } = useDesk();
  const { seen, savedBy, rules } = strategy;
  return (
    <Alert color="yellow" role="alert" p="sm" maw={640}>
      <Text size="sm">{t('errors:draft-changed')}</Text>
      {seen ? <Text size="sm">{t('savedBy', { by: savedBy ?? '—', at: format.moment(seen) })}</Text> : null}
      <Group mt="xs">
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          {t('keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => form.replace(rules)}>
          {t('takeTheirs')}
        </Button>
      </Group>
    </Alert>
  );
}
