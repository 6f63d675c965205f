import { Button, Group, Select, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { GameRules } from './game-rules-page.tsx';
import { TargetFields } from './target-fields.tsx';

/** What agents may set themselves. */
export function QuestSection({ quests }: GameRules) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  const home = `/t/${workplace.slug}/plan/game/quests`;
  return (
    <Section title={t('rules.quests')} note={t('rules.questsNote')}>
      <Table>
        <Table.Tbody>
          {quests.map(({ id, title, event, target, per }) => (
            <Table.Tr key={id}>
              <Table.Td>{title}</Table.Td>
              <Table.Td c="dimmed">
                {t('rules.questSaid', { event: t(`event.${event}`), target, span: t(`capSpan.${per}`) })}
              </Table.Td>
              <Table.Td ta="right">
                <ActionButton
                  action={`${home}/${id}/retirement`}
                  label={t('rules.remove')}
                  confirm={t('rules.removeSure')}
                  variant="subtle"
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <QuestForm action={home} />
    </Section>
  );
}

function QuestForm({ action }: { action: string }) {
  const { t } = useTranslation('game');
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={action} noValidate>
      <Group gap="sm" align="end">
        <TargetFields titleLabel={t('rules.questName')} fault={fault} />
        <Select
          name="per"
          w={110}
          label={t('rules.per')}
          data={[
            { value: 'day', label: t('rules.perDay') },
            { value: 'week', label: t('rules.perWeek') },
          ]}
          defaultValue="week"
          allowDeselect={false}
        />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('rules.addQuest')}
        </Button>
      </Group>
    </fetcher.Form>
  );
}
