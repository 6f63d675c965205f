import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher, useRevalidator } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { isRefused, useFaults } from '#app/components/use-faults.ts';
import { useDays, useSpan } from '#app/components/use-span.ts';
import type { Mending } from './replan-sickness.ts';

/** Somebody is sick: the shifts he leaves open, and the fewest changes of others that mend the plans. */
export function ReplanPage(mending: Mending) {
  const { absence, lost, mended, acceptedAt } = mending;
  const { t } = useTranslation('shift');
  const { workplace, format } = useDesk();
  const days = useDays();
  const span = useSpan();
  const shifts = lost.map(({ date, startsAt, endsAt }) => `${format.date(date)} ${span(startsAt, endsAt)}`);
  return (
    <Page
      title={t('replan.title', { name: absence.name })}
      note={`${days(absence.fromAt, absence.lastAt)}. ${t('replan.lost', { count: lost.length })}`}
      back={{ to: `/t/${workplace.slug}/plan/shifts`, label: t('title') }}
    >
      {lost.length > 0 ? <Text size="sm">{shifts.join('; ')}</Text> : null}
      <Section title={t(acceptedAt ? 'replan.accepted' : 'replan.changes')}>
        {mended.length > 0 ? (
          <>
            <Changes mended={mended} />
            <Text size="sm">{t(acceptedAt ? 'replan.acceptedHint' : 'replan.hint')}</Text>
            {acceptedAt ? null : <Accept {...mending} />}
          </>
        ) : (
          <NothingHere text={t('replan.nothing')} hint={t('replan.nothingHint')} />
        )}
        <Places {...mending} />
      </Section>
    </Page>
  );
}

/** Where what was changed is published, or where today is led. */
function Places({ rosters }: Pick<Mending, 'rosters'>) {
  const { t } = useTranslation('shift');
  const { workplace, format } = useDesk();
  const plan = `/t/${workplace.slug}/plan`;
  if (rosters.length === 0)
    return (
      <Anchor component={Link} to={`${plan}/today`}>
        {t('replan.toToday')}
      </Anchor>
    );
  return (
    <Group gap="md">
      {rosters.map(({ id, fromDate, lastDate }) => (
        <Anchor key={id} component={Link} to={`${plan}/shifts/${id}`}>
          {t('replan.toPlan', { dates: format.period(fromDate, lastDate) })}
        </Anchor>
      ))}
    </Group>
  );
}

function Accept({ absence, mendingId }: Pick<Mending, 'absence' | 'mendingId'>) {
  const { t } = useTranslation('shift');
  const { workplace } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  const { revalidate } = useRevalidator();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (isRefused(fetcher.data)) void revalidate();
  }, [fetcher.data]);
  return (
    <fetcher.Form method="post" action={`/t/${workplace.slug}/plan/shifts/sickness/${absence.id}/mending`}>
      <FormAlert text={fetcher.state === 'idle' ? fault('form') : undefined} />
      <input type="hidden" name="mendingId" value={mendingId ?? ''} />
      <Button type="submit" mt="xs" loading={fetcher.state !== 'idle'}>
        {t('replan.accept')}
      </Button>
    </fetcher.Form>
  );
}

function Changes({ mended }: Pick<Mending, 'mended'>) {
  const { t } = useTranslation('shift');
  const { format } = useDesk();
  const span = useSpan();
  const shown = (one: Mending['mended'][number]['before']) =>
    one ? span(one.startsAt, one.endsAt) : t('replan.free');
  return (
    <Wide label={t('replan.changes')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {(['date', 'who', 'before', 'after'] as const).map((key) => (
              <Table.Th key={key}>{t(`replan.${key}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mended.map(({ name, before, after }) => {
            const date = (after ?? before)?.date ?? '';
            return (
              <Table.Tr key={`${name} ${date}`}>
                <Table.Td>{format.date(date)}</Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{shown(before)}</Table.Td>
                <Table.Td>{shown(after)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
