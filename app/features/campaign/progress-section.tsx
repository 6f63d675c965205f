import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { daysOf } from './campaign-faults.ts';
import type { NothingWhy } from './member-step.ts';
import type { CampaignView } from './read-campaign.ts';

type Progress = NonNullable<CampaignView['progress']>;
type Props = { progress: Progress; steps: CampaignView['steps']; treated: number };

/** What each step did, what became of its messages and calls. */
export function ProgressSection({ progress, steps: planned, treated }: Props) {
  const { t } = useTranslation('campaign');
  const { format } = useDesk();
  const { deeds, messages, calls, reached } = progress;
  const steps = [...new Set(deeds.map(({ step }) => step))];
  if (steps.length === 0) {
    return (
      <Section title={t('progress')}>
        <NothingHere text={t('nobodyYet')} hint={t('stepsNote')} />
      </Section>
    );
  }
  const note = t('reached', { n: format.count(reached), all: format.count(treated) });
  const made = calls.map(
    ({ state, outcome, n }) =>
      `${outcome ? t(`outcome.${outcome}`) : t(`callState.${state}`)}: ${format.count(n)}`,
  );
  return (
    <Section title={t('progress')} note={note}>
      <Wide label={t('progress')}>
        <Table>
          <Table.Tbody>
            {steps.map((step) => (
              <Table.Tr key={step}>
                <Table.Th scope="row">
                  {t('step', { n: step + 1, day: daysOf(planned.slice(0, step + 1)) })}
                </Table.Th>
                <Table.Td>
                  {deeds
                    .filter((deed) => deed.step === step)
                    .map((deed) => `${deedWords(deed)}: ${format.count(deed.n)}`)
                    .join(' · ')}
                </Table.Td>
                <Table.Td>
                  {messages
                    .filter((one) => one.step === step)
                    .map(({ state, n }) => `${t(`messageState.${state as 'sent'}`)}: ${format.count(n)}`)
                    .join(' · ')}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {made.length > 0 ? <Text size="sm">{`${t('channel.call')}: ${made.join(' · ')}`}</Text> : null}
    </Section>
  );

  function deedWords({ action, why }: Progress['deeds'][number]): string {
    return why ? `${t(`deed.${action}`)} (${t(`why.${why as NothingWhy}`)})` : t(`deed.${action}`);
  }
}
