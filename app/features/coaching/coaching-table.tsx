import { Button, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Dialog } from '#app/components/dialog.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { coachingOutcomes } from './coaching.ts';
import type { CoachingView } from './read-coaching.ts';
import { useDayText } from './use-day-text.ts';

/** Who practises what, and what came of it. */
export function CoachingTable({ view: { tasks } }: { view: CoachingView }) {
  const { t } = useTranslation('coaching');
  const dayText = useDayText();
  const [looked, setLooked] = useState<string | null>(null);
  return (
    <Wide label={t('tasks')}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {tasks.map((task) => (
            <Table.Tr key={task.id}>
              <Table.Td>{task.name}</Table.Td>
              <Table.Td style={{ minWidth: 200 }}>
                {task.goal}
                <Text size="xs" c="dimmed">
                  {[
                    task.item,
                    t('due', { date: dayText(task.dueOn) }),
                    t('recheck', { date: dayText(task.recheckOn) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>
                {task.outcome ? t(`outcome.${task.outcome}`) : t(`state.${task.state}`)}
                <Text size="xs" c="dimmed">
                  {task.finding}
                </Text>
              </Table.Td>
              <Table.Td>
                {task.isDue ? (
                  <Button variant="default" onClick={() => setLooked(task.id)}>
                    {t('dueNow')}
                  </Button>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {looked ? <RecheckDialog taskId={looked} onClose={() => setLooked(null)} /> : null}
    </Wide>
  );
}

function RecheckDialog({ taskId, onClose }: { taskId: string; onClose(): void }) {
  const { t } = useTranslation('coaching');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <Dialog title={t('dueNow')} onClose={onClose} holdsWork>
      <fetcher.Form method="post" action={`/t/${workplace.slug}/lead/coaching/${taskId}/recheck`}>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <NativeSelect
            name="outcome"
            label={t('outcomeField')}
            data={coachingOutcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
          />
          <TextInput name="finding" label={t('finding')} maxLength={500} error={fault('finding')} />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('save')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Dialog>
  );
}
