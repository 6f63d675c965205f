import {
  Button,
  Group,
  MultiSelect,
  NumberInput,
  Select,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { capSpans } from '#app/features/points/points.ts';
import type { GameRules, ShownRule } from './game-rules-page.tsx';
import { PreviewNote, type ShownPreview } from './preview-note.tsx';
import { useEventChoices } from './use-event-choices.ts';

type Props = { rule: ShownRule | null; colleagues: GameRules['colleagues']; onClose(): void };

/** Makes a rule or its next version, and first shows what it would have brought. */
export function RuleDialog({ rule, colleagues, onClose }: Props) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  const saving = useFetcher();
  const looking = useFetcher<{ preview: ShownPreview }>();
  const fault = useFaults(saving.data ?? looking.data);
  const home = `/t/${workplace.slug}/plan/game/rules`;
  const isDone = saving.state === 'idle' && saving.data !== undefined && 'done' in saving.data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed once, by the answer
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone]);
  const look = (form: HTMLFormElement | null) => {
    if (form) void looking.submit(form, { method: 'post', action: `${home}/preview` });
  };
  return (
    <Dialog title={rule ? rule.title : t('rules.add')} onClose={onClose} holdsWork>
      <saving.Form method="post" action={rule ? `${home}/${rule.id}` : home} noValidate>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <RuleFields rule={rule} colleagues={colleagues} fault={fault} />
          <Text size="xs" c="dimmed">
            {t('rules.fromNow')}
          </Text>
          {looking.data && 'preview' in looking.data ? <PreviewNote preview={looking.data.preview} /> : null}
          <Group justify="space-between">
            <Button
              variant="default"
              loading={looking.state !== 'idle'}
              onClick={(event) => look(event.currentTarget.form)}
            >
              {t('rules.look')}
            </Button>
            <Button type="submit" loading={saving.state !== 'idle'}>
              {t('rules.save')}
            </Button>
          </Group>
        </Stack>
      </saving.Form>
    </Dialog>
  );
}

type FieldProps = Omit<Props, 'onClose'> & { fault(field: string): string | undefined };

function RuleFields({ rule, colleagues, fault }: FieldProps) {
  const { t } = useTranslation('game');
  const [control, setControl] = useState<string[]>(rule?.control ?? []);
  const people = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <input type="hidden" name="ruleId" value={rule?.id ?? ''} />
      <TextInput
        name="title"
        label={t('rules.ruleName')}
        defaultValue={rule?.title ?? ''}
        error={fault('title')}
        data-autofocus
      />
      <Group gap="sm" align="start" grow>
        <Select
          name="event"
          label={t('rules.event')}
          data={useEventChoices()}
          defaultValue={rule?.event ?? 'case-solved'}
          allowDeselect={false}
        />
        <NumberInput
          name="points"
          label={t('rules.points')}
          min={1}
          max={1000}
          decimalScale={0}
          defaultValue={rule?.points ?? 10}
          error={fault('points')}
        />
      </Group>
      <CapFields cap={rule?.cap ?? null} />
      <MultiSelect
        label={t('rules.control')}
        description={t('rules.controlHint')}
        data={people}
        value={control}
        onChange={setControl}
        searchable
        error={fault('control')}
      />
      <input type="hidden" name="control" value={control.join(',')} />
      <Switch name="isOn" label={t('rules.isOn')} defaultChecked={rule?.isOn ?? true} />
    </>
  );
}

function CapFields({ cap }: { cap: ShownRule['cap'] }) {
  const { t } = useTranslation('game');
  const [per, setPer] = useState<string>(cap?.per ?? 'none');
  return (
    <Group gap="sm" align="start" grow>
      <Select
        name="capPer"
        label={t('rules.capPer')}
        data={[
          { value: 'none', label: t('rules.capNone') },
          ...capSpans.map((value) => ({ value, label: t(`capSpan.${value}`) })),
        ]}
        value={per}
        onChange={(value) => setPer(value ?? 'none')}
        allowDeselect={false}
      />
      <NumberInput
        name="capPoints"
        label={t('rules.capPoints')}
        min={1}
        decimalScale={0}
        thousandSeparator=""
        disabled={per === 'none'}
        defaultValue={cap?.points ?? 100}
      />
    </Group>
  );
}
