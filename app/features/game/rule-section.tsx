import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { GameRules, ShownRule } from './game-rules-page.tsx';

type Props = GameRules & { onEdit(rule: ShownRule | 'new'): void };

/** The rules as they hold now. */
export function RuleSection({ rules, onEdit }: Props) {
  const { t } = useTranslation('game');
  return (
    <Section title={t('rules.rules')}>
      {rules.length === 0 ? (
        <Text c="dimmed">{t('rules.noRules')}</Text>
      ) : (
        <Wide label={t('rules.rules')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('rules.rule')}</Table.Th>
                <Table.Th ta="right">{t('rules.points')}</Table.Th>
                <Table.Th>{t('rules.cap')}</Table.Th>
                <Table.Th>{t('rules.control')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rules.map((rule) => (
                <RuleRow key={rule.id} rule={rule} onEdit={onEdit} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <div>
        <Button variant="default" onClick={() => onEdit('new')}>
          {t('rules.add')}
        </Button>
      </div>
    </Section>
  );
}

function RuleRow({ rule, onEdit }: { rule: ShownRule; onEdit: Props['onEdit'] }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const { title, event, points, cap, control, isOn, version, from } = rule;
  const since = t('rules.since', { version, from: format.day(from) });
  const capped = cap && { points: format.count(cap.points), span: t(`capSpan.${cap.per}`) };
  return (
    <Table.Tr>
      <Table.Td>
        {title}
        {isOn ? null : (
          <Text span c="red">
            {' '}
            {t('rules.off')}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {t(`event.${event}`)}, {since}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{format.count(points)}</Table.Td>
      <Table.Td>{capped ? t('rules.capSaid', capped) : t('rules.noCap')}</Table.Td>
      <Table.Td>
        {control?.length ? t('effects.agents', { agents: control.length }) : t('rules.noControl')}
      </Table.Td>
      <Table.Td>
        <Button variant="subtle" size="xs" onClick={() => onEdit(rule)}>
          {t('rules.edit')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
