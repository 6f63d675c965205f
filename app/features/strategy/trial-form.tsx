import { Button, Group, NativeSelect, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { smallestEffect } from '#app/features/uplift/smallest-effect.ts';
import type { StrategiesView } from './read-strategies.ts';

type Props = Pick<StrategiesView, 'base'> & { inForce: StrategiesView['strategies'] };

/** Starts a trial; the smallest effect it could show is said before. */
export function TrialForm({ inForce, base }: Props) {
  const { t } = useTranslation('strategy');
  const { workplace } = useDesk();
  const { Form, data, state } = useFetcher();
  const fault = useFaults(data);
  const [isArmed, setArmed] = useState(false);
  const [challengerId, setChallenger] = useState('');
  const [shares, setShares] = useState({ challenger: 0, control: 10 });
  const choices = inForce.map(({ id, name }) => ({ value: id, label: name }));
  const choose = (id: string) => {
    setChallenger(id);
    setShares({ ...shares, challenger: id === '' ? 0 : shares.challenger || 45 });
  };
  return (
    <Form method="post" action={`/t/${workplace.slug}/plan/debt/trials`} onSubmit={() => setArmed(false)}>
      <Stack gap="sm" maw={720}>
        <FormAlert text={fault('form')} />
        <Group align="start">
          <NativeSelect name="championId" label={t('trial.champion')} data={choices} />
          <NativeSelect
            name="challengerId"
            label={t('trial.challenger')}
            data={[{ value: '', label: t('trial.noChallenger') }, ...choices]}
            value={challengerId}
            error={fault('challengerId')}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          <NumberInput
            name="challengerPercent"
            label={t('trial.challengerPercent')}
            value={shares.challenger}
            min={0}
            max={50}
            error={fault('challengerPercent')}
            onChange={(value) => setShares({ ...shares, challenger: Number(value) })}
          />
          <NumberInput
            name="controlPercent"
            label={t('trial.controlPercent')}
            value={shares.control}
            min={0}
            max={50}
            error={fault('controlPercent')}
            onChange={(value) => setShares({ ...shares, control: Number(value) })}
          />
        </Group>
        <Power base={base} {...shares} />
        <div>
          <Button
            type={isArmed ? 'submit' : 'button'}
            variant={isArmed ? 'filled' : 'default'}
            loading={state !== 'idle'}
            onBlur={() => setArmed(false)}
            onClick={(event) => {
              if (isArmed) return;
              event.preventDefault();
              setArmed(true);
            }}
          >
            {t(isArmed ? 'trial.confirmStart' : 'trial.start')}
          </Button>
        </div>
      </Stack>
    </Form>
  );
}

type PowerProps = Pick<Props, 'base'> & { challenger: number; control: number };

/** What a month of this trial could show. */
function Power({ base, challenger, control }: PowerProps) {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  const { late, cured } = base;
  if (late === 0) return <Text c="dimmed">{t('trial.noBase')}</Text>;
  const of = (percent: number) => Math.floor((late * percent) / 100);
  const champion = 100 - challenger - control;
  const pairs = [
    ...(control > 0
      ? [{ groups: 'smallestTreated' as const, treated: of(100 - control), against: of(control) }]
      : []),
    ...(challenger > 0
      ? [{ groups: 'smallestChallenger' as const, treated: of(challenger), against: of(champion) }]
      : []),
  ];
  return (
    <div role="status">
      <Text>
        {t('trial.base', { late: format.count(late), share: format.count(Math.round((100 * cured) / late)) })}
      </Text>
      {pairs.map(({ groups, treated, against }) => {
        const effect = smallestEffect(cured / late, { treated, control: against }, 'rise');
        const named = { groups: t(`trial.${groups}`) };
        const points = effect === null ? '' : format.count(Math.round(effect * 1000) / 10);
        return (
          <Text key={groups}>
            {effect === null ? t('trial.tooSmall', named) : t('trial.smallest', { points, ...named })}
          </Text>
        );
      })}
      <Text size="xs" c="dimmed">
        {t('trial.power')}
      </Text>
    </div>
  );
}
