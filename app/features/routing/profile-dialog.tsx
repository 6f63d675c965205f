import { Button, Checkbox, Group, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { caseKinds } from '#app/features/case/case.ts';
import type { TeamMember } from './read-team.ts';
import type { Capacity } from './routing.ts';
import type { ProfileInput } from './save-profile.ts';

type Profile = Omit<ProfileInput, 'userId' | 'capacity'> & { capacity: Capacity };

const ownLimits = ['call', 'email', 'chat', 'messenger'] as const;
const unset: Profile = {
  carriers: [],
  kinds: [],
  languages: [],
  saves: true,
  capacity: { rest: 5 },
  isPushed: true,
};

/** What one person is given: his skills, how much at once, and whether it comes by itself. */
export function ProfileDialog({ member, onClose }: { member: TeamMember; onClose(): void }) {
  const { t } = useTranslation(['routing', 'case']);
  const { home, carriers } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const { carriers: has, kinds, languages, saves, capacity, isPushed } = member.profile ?? unset;
  const [form, setForm] = useState<Profile>({ carriers: has, kinds, languages, saves, capacity, isPushed });
  const isDone = fetcher.state === 'idle' && fetcher.data !== undefined && 'done' in fetcher.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  const save = () => {
    const body = { userId: member.userId, ...form };
    void fetcher.submit(body, {
      method: 'post',
      action: `${home}/team/profiles`,
      encType: 'application/json',
    });
  };
  return (
    <Dialog title={t('editTitle', { name: member.name })} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="md"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FormAlert text={fault('form')} />
        <Text size="xs" c="dimmed">
          {t('anyHint')}
        </Text>
        <Choice
          label={t('carriers')}
          choices={Object.entries(carriers).map(([value, label]) => ({ value, label }))}
          value={form.carriers}
          onChange={(value) => setForm({ ...form, carriers: value })}
        />
        <Choice
          label={t('kinds')}
          choices={caseKinds.map((value) => ({ value, label: t(`case:kind.${value}`) }))}
          value={form.kinds}
          onChange={(value) => setForm({ ...form, kinds: value })}
        />
        <Choice
          label={t('languages')}
          choices={(['ru', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
          value={form.languages}
          onChange={(value) => setForm({ ...form, languages: value })}
        />
        <Switch
          label={t('saves')}
          checked={form.saves}
          onChange={(event) => setForm({ ...form, saves: event.currentTarget.checked })}
        />
        <Limits capacity={form.capacity} onChange={(next) => setForm({ ...form, capacity: next })} />
        <Switch
          label={t('push')}
          checked={form.isPushed}
          onChange={(event) => setForm({ ...form, isPushed: event.currentTarget.checked })}
        />
        <Button type="submit" loading={fetcher.state !== 'idle'}>
          {t('save')}
        </Button>
      </Stack>
    </Dialog>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  choices: { value: T; label: string }[];
  value: T[];
  onChange(value: T[]): void;
};

function Choice<T extends string>({ label, choices, value, onChange }: ChoiceProps<T>) {
  return (
    <Checkbox.Group label={label} value={value} onChange={(chosen) => onChange(chosen as T[])}>
      <Group gap="md" mt={4}>
        {choices.map((choice) => (
          <Checkbox key={choice.value} {...choice} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** How much at once: for everything, and less or more for some channels. */
function Limits({ capacity, onChange }: { capacity: Capacity; onChange(capacity: Capacity): void }) {
  const { t } = useTranslation('routing');
  const set = (name: keyof Capacity, value: string | number) => {
    const next = { ...capacity };
    if (value === '' && name !== 'rest') delete next[name];
    else next[name] = Number(value);
    onChange(next);
  };
  return (
    <Group align="end" gap="sm">
      <NumberInput
        w={130}
        label={t('atOnce')}
        min={0}
        max={100}
        value={capacity.rest}
        onChange={(value) => set('rest', value)}
      />
      {ownLimits.map((channel) => (
        <NumberInput
          key={channel}
          w={110}
          label={t(`atOnceOf.${channel}`)}
          placeholder={t('asRest')}
          min={0}
          max={100}
          value={capacity[channel] ?? ''}
          onChange={(value) => set(channel, value)}
        />
      ))}
    </Group>
  );
}
