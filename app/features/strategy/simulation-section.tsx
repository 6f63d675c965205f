import { Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { addDays } from '#app/features/sla/calendar-date.ts';
import { SimulationTable } from './simulation-table.tsx';
import { type SimulationRun, useSimulation } from './use-simulation.ts';
import type { StrategyForm } from './use-strategy-form.ts';

/** What the ladder as it stands on the page would have done last month, before it goes live. */
export function SimulationSection({ strategyId, form }: { strategyId: string; form: StrategyForm }) {
  const { t } = useTranslation('strategy');
  const { run, answer, isBusy, isOfThese, start } = useSimulation(strategyId, form);
  const fault = useFaults(answer);
  return (
    <Section title={t('simulation.title')} note={t('simulation.note')}>
      <FormAlert text={fault('form') ?? fault('steps') ?? fault('other')} />
      <Group>
        <Button variant="default" loading={isBusy} onClick={start}>
          {t('simulation.start')}
        </Button>
        {run && !isOfThese ? (
          <Text c="dimmed" role="status">
            {t('simulation.outdated')}
          </Text>
        ) : null}
      </Group>
      {run && run.done < run.pages ? (
        <Progress value={(100 * run.done) / run.pages} maw={640} aria-label={t('simulation.progress')} />
      ) : null}
      {run ? <Outcome run={run} steps={form.draft.steps.length} /> : null}
    </Section>
  );
}

function Outcome({ run, steps }: { run: SimulationRun; steps: number }) {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  if (run.base === 0) return <Text c="dimmed">{t('simulation.empty')}</Text>;
  const isSample = run.pages * 500 < run.base;
  const counts = { n: format.count(run.asked.receivables), base: format.count(run.base) };
  return (
    <>
      <Text c="dimmed">
        {format.period(run.from, addDays(run.until, -1))}.{' '}
        {t(isSample ? 'simulation.sample' : 'simulation.whole', counts)}
      </Text>
      <SimulationTable run={run} steps={steps} />
    </>
  );
}
