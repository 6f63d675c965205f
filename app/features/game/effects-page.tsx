import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { RuleEffect } from '#app/features/points/read-effects.ts';
import { EffectBar } from './effect-bar.tsx';
import { PollResults } from './poll-results.tsx';
import type { ShownPoll } from './read-polls.ts';

type Metric = NonNullable<RuleEffect['metrics']>[number];

/** What each rule has changed, on quality first, beside those whom it does not reward. */
export function EffectsPage({ effects, polls }: { effects: RuleEffect[]; polls: ShownPoll[] }) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  return (
    <Page
      title={t('effects.title')}
      note={t('effects.note')}
      back={{ to: `/t/${workplace.slug}/plan/game`, label: t('rules.title') }}
    >
      <PollResults polls={polls} />
      {effects.length === 0 ? <Text c="dimmed">{t('effects.none')}</Text> : null}
      {effects.toSorted(byControl).map((effect) => (
        <EffectSection key={effect.id} effect={effect} />
      ))}
    </Page>
  );
}

/** What can be told for sure stands first. */
function byControl(left: RuleEffect, right: RuleEffect): number {
  return Number(hasControl(right)) - Number(hasControl(left));
}

function hasControl({ metrics }: RuleEffect): boolean {
  return metrics?.some(({ effect }) => effect !== null) === true;
}

function EffectSection({ effect }: { effect: RuleEffect }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const { title, from, days, metrics } = effect;
  const name = t('effects.rule', { title, from: format.day(from) });
  if (metrics === null) {
    return (
      <Section title={name}>
        <Text c="dimmed">{t('effects.tooEarly')}</Text>
      </Section>
    );
  }
  return (
    <Section title={name} note={t('effects.window', { count: days })}>
      <Wide label={name}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('effects.column.what')}</Table.Th>
              <Table.Th ta="right">{t('effects.column.before')}</Table.Th>
              <Table.Th ta="right">{t('effects.column.after')}</Table.Th>
              <Table.Th ta="right">{t('effects.column.group')}</Table.Th>
              <Table.Th style={{ minWidth: 260 }}>{t('effects.column.effect')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {metrics.map((metric) => (
              <MetricRow key={metric.metric} metric={metric} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {hasControl(effect) ? null : <Text c="dimmed">{t('effects.noControl')}</Text>}
    </Section>
  );
}

function MetricRow({ metric: { metric, rewarded, control, effect } }: { metric: Metric }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const figure = (value: number | null) => (value === null ? '—' : format.count(Math.round(value * 10) / 10));
  return (
    <Table.Tr>
      <Table.Td>
        {t(`effects.metric.${metric}`)}
        <Text size="xs" c="dimmed">
          {t('effects.agents', { agents: rewarded.agents })}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{figure(rewarded.before)}</Table.Td>
      <Table.Td ta="right">{figure(rewarded.after)}</Table.Td>
      <Table.Td ta="right">
        {control.agents === 0 ? '—' : `${figure(control.before)} → ${figure(control.after)}`}
      </Table.Td>
      <Table.Td>{effect ? <EffectBar effect={effect} metric={metric} /> : '—'}</Table.Td>
    </Table.Tr>
  );
}
