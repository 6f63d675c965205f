import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { RosterView } from './read-roster.ts';
import { useBreachWords } from './use-breach-words.ts';

/** More would not be read. */
const most = 40;

/** What the plan breaks, the law first, each with its article; a date leads to its day. */
export function BreachList({ view: { breaches, people } }: { view: RosterView }) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const words = useBreachWords();
  const names = new Map(people.map(({ userId, name }) => [userId, name]));
  if (breaches.length === 0) return <Text size="sm">{t('noBreaches')}</Text>;
  const hardFirst = breaches.toSorted((a, b) => Number(b.mode === 'hard') - Number(a.mode === 'hard'));
  return (
    <List size="sm" spacing={2}>
      {hardFirst.slice(0, most).map((breach) => (
        <List.Item key={`${breach.userId} ${breach.date} ${breach.rule}`}>
          <Anchor
            component={Link}
            to={`?from=${breach.date}&day=${breach.date}`}
            preventScrollReset
            size="sm"
          >
            {format.day(new Date(`${breach.date}T12:00Z`))}
          </Anchor>
          {', '}
          {names.get(breach.userId)}: {words(breach)}
          {breach.mode === 'hard' ? (
            <Text span size="sm" c="red" fw={600}>
              {' '}
              {t('mustNot')}
            </Text>
          ) : null}
        </List.Item>
      ))}
      {breaches.length > most ? (
        <List.Item>{t('moreBreaches', { count: breaches.length - most })}</List.Item>
      ) : null}
    </List>
  );
}
