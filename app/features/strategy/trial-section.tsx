import { Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { StrategiesView } from './read-strategies.ts';
import { TrialForm } from './trial-form.tsx';

type Trial = StrategiesView['trials'][number];

/** The trial that runs, or one to be started; and those that are over. */
export function TrialSection({ trials, strategies, mayWrite, base }: StrategiesView) {
  const { t } = useTranslation('strategy');
  const running = trials.find(({ endedAt }) => endedAt === null);
  const past = trials.filter(({ endedAt }) => endedAt !== null);
  const inForce = strategies.filter(({ version, retiredAt }) => version !== null && retiredAt === null);
  return (
    <Section title={t('trial.title')} note={t('trial.note')}>
      {running ? <Running trial={running} mayWrite={mayWrite} /> : null}
      {!running && inForce.length === 0 ? <Text c="dimmed">{t('trial.nothingInForce')}</Text> : null}
      {!running && mayWrite && inForce.length > 0 ? <TrialForm inForce={inForce} base={base} /> : null}
      {past.length > 0 ? <Past trials={past} /> : null}
    </Section>
  );
}

function Running({ trial, mayWrite }: { trial: Trial; mayWrite: boolean }) {
  const { t } = useTranslation('strategy');
  const { format, workplace } = useDesk();
  return (
    <Stack gap={6}>
      <Text fw={600}>{useTrialName()(trial)}</Text>
      <Text c="dimmed">
        {t('trial.running', { date: format.fullDay(trial.startedAt) })} · {useSharesText()(trial)}
      </Text>
      {mayWrite ? (
        <Group>
          <ActionButton
            action={`/t/${workplace.slug}/plan/debt/trials/${trial.id}/ending`}
            label={t('trial.end')}
            confirm={t('trial.confirmEnd')}
            variant="default"
          />
        </Group>
      ) : null}
    </Stack>
  );
}

function Past({ trials }: { trials: Trial[] }) {
  const { t } = useTranslation('strategy');
  const { format } = useDesk();
  const nameOf = useTrialName();
  const sharesOf = useSharesText();
  const over = ({ startedAt, endedAt }: Trial) =>
    t('trial.over', { from: format.fullDay(startedAt), to: endedAt ? format.fullDay(endedAt) : '' });
  return (
    <>
      <Text fw={600}>{t('trial.past')}</Text>
      <Wide label={t('trial.past')}>
        <Table maw={820} verticalSpacing={4}>
          <Table.Tbody>
            {trials.map((trial) => (
              <Table.Tr key={trial.id}>
                <Table.Td>{nameOf(trial)}</Table.Td>
                <Table.Td>{over(trial)}</Table.Td>
                <Table.Td>{sharesOf(trial)}</Table.Td>
                <Table.Td>{trial.by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </>
  );
}

function useTrialName() {
  const { t } = useTranslation('strategy');
  return ({ champion, challenger }: Trial) =>
    challenger
      ? t('trial.against', { champion: champion ?? '—', challenger })
      : t('trial.alone', { champion: champion ?? '—' });
}

function useSharesText() {
  const { t } = useTranslation('strategy');
  return ({ challengerPercent, controlPercent }: Trial) =>
    t('trial.shares', { challenger: challengerPercent, control: controlPercent });
}
