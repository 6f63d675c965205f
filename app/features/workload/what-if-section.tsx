import { Button, Group, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { type Change, tryOut } from '#app/features/staffing/what-if.ts';
import { clockText } from './clock-text.ts';
import type { ForecastView } from './read-forecast-page.ts';
import { isLive, partsOf } from './work-queue.ts';

type View = Extract<ForecastView, { points: unknown }>;
const nothing: Change = { agents: 0, handlingPercent: 0, volumePercent: 0 };
const presets = [
  ['lessAgents', { agents: -1 }],
  ['longer', { handlingPercent: 10 }],
  ['more', { volumePercent: 20 }],
  ['none', {}],
] as const;
const reach = { agents: [-3, 3], handlingPercent: [-30, 30], volumePercent: [-50, 50] } as const;

/** What another staff, handling time or volume would do to these dates. Reckoned here, at once. */
export function WhatIfSection({ view }: { view: View }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  const [change, setChange] = useState(nothing);
  if (!view.isForetold) return null;
  const isOffLine = !isLive(partsOf(view.queue).channel);
  if (isOffLine || view.load.contacts.every((count) => count === 0))
    return (
      <Section title={t('whatIf.title')}>
        <Text c="dimmed">{t(isOffLine ? 'whatIf.offLine' : 'whatIf.nothing')}</Text>
      </Section>
    );
  return (
    <Section title={t('whatIf.title')} note={t('whatIf.note')}>
      <Group gap="xs">
        {presets.map(([name, own]) => (
          <Button key={name} size="xs" variant="default" onClick={() => setChange({ ...nothing, ...own })}>
            {t(`whatIf.preset.${name}`)}
          </Button>
        ))}
      </Group>
      <Stack gap={4} maw={480}>
        {(Object.keys(reach) as (keyof Change)[]).map((key) => (
          <div key={key}>
            <Text size="sm" id={`what-if-${key}`}>
              {t(`whatIf.${key}`)}: {change[key] > 0 ? '+' : ''}
              {format.count(change[key])}
            </Text>
            <Slider
              min={reach[key][0]}
              max={reach[key][1]}
              step={key === 'agents' ? 1 : 5}
              value={change[key]}
              onChange={(value) => setChange({ ...change, [key]: value })}
              label={null}
              thumbProps={{ 'aria-labelledby': `what-if-${key}` }}
            />
          </div>
        ))}
      </Stack>
      <Answer view={view} change={change} />
    </Section>
  );
}

function Answer({ view: { load, terms }, change }: { view: View; change: Change }) {
  const { t } = useTranslation('workload');
  const { format } = useDesk();
  const out = tryOut(load, terms, change);
  const percent = (share: number) => Math.round(100 * share);
  const isEnding = Number.isFinite(out.meanWaitS);
  const wait = isEnding ? t('whatIf.seconds', { seconds: Math.round(out.meanWaitS) }) : '∞';
  const share = percent(out.withinTarget);
  const target = terms.withinTarget?.targetS ?? 0;
  return (
    <div role="status">
      <Text>
        {t('whatIf.hours', { now: format.count(out.hoursNow), changed: format.count(out.hoursThen) })}
      </Text>
      <Text>{t('whatIf.kept', { share, target, occupancy: percent(out.occupancy), wait })}</Text>
      {out.worst ? (
        <Text c="dimmed" size="sm">
          {t('whatIf.worst', {
            time: clockText((out.worst.slot % 48) * 30),
            share: percent(out.worst.withinTarget),
            agents: out.worst.agents,
          })}
        </Text>
      ) : null}
    </div>
  );
}
