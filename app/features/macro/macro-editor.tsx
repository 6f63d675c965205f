import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { priorities } from '#app/features/case/case.ts';
import { groupTopics } from '#app/features/case/topic-choices.ts';
import type { MacroActions } from './macro.ts';
import type { ListedMacro } from './macro-list-page.tsx';
import { MacroText } from './macro-text.tsx';

type EditorProps = {
  macro: ListedMacro | null;
  topics: { id: string; parentId: string | null; title: string }[];
  mayShare: boolean;
  onClose(): void;
};

/** The form of a macro: its text, and what else it does. */
export function MacroEditor({ macro, topics, mayShare, onClose }: EditorProps) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const [title, setTitle] = useState(macro?.title ?? '');
  const [body, setBody] = useState(macro?.body ?? '');
  const [isShared, setShared] = useState(macro?.isShared ?? false);
  const [actions, setActions] = useState<MacroActions>(macro?.actions ?? {});
  const [isRemoving, setRemoving] = useState(false);
  const isDone = fetcher.state === 'idle' && fetcher.data?.done !== undefined;
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  const post = (path: string, json: Parameters<typeof fetcher.submit>[0]) =>
    void fetcher.submit(json, {
      method: 'post',
      action: `${home}/macros/${path}`,
      encType: 'application/json',
    });
  return (
    <Dialog title={t(macro ? 'macro.edit' : 'macro.new')} onClose={onClose} holdsWork>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          post(macro?.id ?? 'new', JSON.stringify({ title, body, isShared, actions }));
        }}
      >
        <MacroText title={title} body={body} fault={fault} onTitle={setTitle} onBody={setBody} />
        <Group grow align="flex-start">
          <Select
            clearable
            label={t('macro.priority')}
            placeholder={t('macro.leave')}
            data={priorities.map((value) => ({ value, label: t(`priority.${value}`) }))}
            value={actions.priority ?? null}
            onChange={(value) =>
              setActions({ ...actions, priority: priorities.find((one) => one === value) })
            }
          />
          <Select
            clearable
            label={t('macro.state')}
            placeholder={t('macro.leave')}
            data={(['waiting', 'solved'] as const).map((value) => ({ value, label: t(`state.${value}`) }))}
            value={actions.nextState ?? null}
            onChange={(value) =>
              setActions({
                ...actions,
                nextState: (['waiting', 'solved'] as const).find((one) => one === value),
              })
            }
          />
        </Group>
        <Select
          clearable
          searchable
          label={t('head.topic')}
          placeholder={t('macro.leave')}
          data={groupTopics(topics)}
          value={actions.topicId ?? null}
          onChange={(value) => setActions({ ...actions, topicId: value ?? undefined })}
        />
        {mayShare ? (
          <Checkbox
            label={t('macro.forAll')}
            checked={isShared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        ) : null}
        <FormAlert text={fault('form')} />
        <Group justify="space-between">
          {macro ? (
            <Button
              color="red"
              variant={isRemoving ? 'filled' : 'subtle'}
              onClick={() => (isRemoving ? post(`${macro.id}/removal`, {}) : setRemoving(true))}
            >
              {t(isRemoving ? 'macro.confirm' : 'macro.remove')}
            </Button>
          ) : (
            <Text />
          )}
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('macro.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
