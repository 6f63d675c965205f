import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { ShownPoll } from './read-polls.ts';

/** Whether the people who work here are content, month by month. */
export function PollResults({ polls }: { polls: ShownPoll[] }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  return (
    <Section title={t('effects.poll')} note={t('effects.pollNote')}>
      {polls.length === 0 ? <Text c="dimmed">{t('effects.noData')}</Text> : null}
      {polls.map(({ month, count, percent, words }) => (
        <div key={month}>
          <strong>{format.period(`${month}-01`, lastDayOf(month))}</strong>
          {': '}
          {percent === null
            ? t('effects.pollFew')
            : `${t('effects.pollLine', { percent: format.count(percent) })}, ${t('effects.pollOf', { count })}`}
          {words.map((text) => (
            <Text key={text} size="sm" c="dimmed">
              {`— ${text}`}
            </Text>
          ))}
        </div>
      ))}
    </Section>
  );
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
