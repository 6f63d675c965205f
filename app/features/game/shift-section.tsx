import { Button, Group, NumberInput, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { GameRules } from './game-rules-page.tsx';

/** How long everybody's shift is. */
export function ShiftSection({ colleagues }: GameRules) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('rules.shifts')} note={t('rules.shiftsNote')}>
      <Table>
        <Table.Tbody>
          {colleagues.map((colleague) => (
            <Table.Tr key={colleague.id}>
              <Table.Td>{colleague.name}</Table.Td>
              <Table.Td w={280}>
                <ShiftForm colleague={colleague} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function ShiftForm({ colleague: { id, name, hours } }: { colleague: GameRules['colleagues'][number] }) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={`/t/${workplace.slug}/plan/game/shifts`} noValidate>
      <input type="hidden" name="agentId" value={id} />
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        <NumberInput
          name="hours"
          w={72}
          size="xs"
          aria-label={`${name}: ${t('rules.hours')}`}
          min={1}
          max={24}
          decimalScale={0}
          defaultValue={hours}
          error={fault('hours')}
        />
        <Text size="sm" c="dimmed">
          {t('rules.hours')}
        </Text>
        <Button type="submit" size="xs" variant="subtle" loading={fetcher.state !== 'idle'}>
          {t('rules.setShift')}
        </Button>
      </Group>
    </fetcher.Form>
  );
}
