import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { slotMs } from '#app/features/staffing/requirement.ts';
import type { MorningView } from './read-morning.ts';
import { totalOf } from './stuck.ts';
import { useTenths } from './use-tenths.ts';

const hourMs = 3_600_000;

/** What cannot wait, each with its place on the page; nothing is said of what is in order. */
export function DecideList({ view: { staffing, due, topics } }: { view: MorningView }) {
  const { t } = useTranslation('morning');
  const tenths = useTenths();
  const short = staffing.tomorrow.gaps.reduce((sum, { personSlots }) => sum + personSlots, 0);
  const lines = [
    { name: 'gap', place: 'tomorrow', count: (short * slotMs) / hourMs },
    { name: 'stuck', place: 'stuck', count: due.stuck.reduce((sum, row) => sum + totalOf(row), 0) },
    { name: 'calls', place: 'debts', count: due.debts?.calls ?? 0 },
    { name: 'risk', place: 'risk', count: due.risk.high },
    { name: 'topics', place: 'topics', count: topics.filter(({ isMore }) => isMore).length },
  ] as const;
  const shown = lines.filter(({ count }) => count > 0);
  const isPlanned = staffing.tomorrow.rosterId !== null;
  return (
    <Section title={t('decide.title')}>
      {shown.length === 0 && isPlanned ? (
        <Text>{t('decide.nothing')}</Text>
      ) : (
        <List size="sm" spacing={2}>
          {isPlanned ? null : (
            <List.Item>
              <Anchor href="#tomorrow">{t('decide.noPlan')}</Anchor>
            </List.Item>
          )}
          {shown.map(({ name, place, count }) => (
            <List.Item key={name}>
              <Anchor href={`#${place}`}>{t(`decide.${name}`, { count, number: tenths(count) })}</Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}
