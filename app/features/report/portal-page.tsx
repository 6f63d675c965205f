import { Group, NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AnnotationSection } from '#app/features/annotation/annotation-section.tsx';
import { wholeMonth } from './period.ts';
import type { Surroundings } from './read-month.ts';

type Props = { title: string; note: string; around: Surroundings; children: ReactNode };

/** A page of the client company's portal: which month, beside which, and what happened in it. */
export function PortalPage({ title, note, around, children }: Props) {
  const { t } = useTranslation('report');
  return (
    <Page title={title} note={note} actions={<PeriodChooser around={around} />}>
      {around.period.isRunning ? <Text c="dimmed">{t('period.running')}</Text> : null}
      {children}
      <AnnotationSection around={around} />
    </Page>
  );
}

function PeriodChooser({ around: { period, months } }: { around: Surroundings }) {
  const { t } = useTranslation('report');
  const { format } = useDesk();
  const [, setSearch] = useSearchParams();
  const choose = (name: 'month' | 'compare', value: string) =>
    setSearch(
      (before) => {
        before.set(name, value);
        return before;
      },
      { preventScrollReset: true },
    );
  const monthOf = (month: string) => {
    const { from, to } = wholeMonth(month);
    return format.period(from, to);
  };
  const shown = months.includes(period.month) ? months : [period.month, ...months];
  return (
    <Group gap="sm">
      <NativeSelect
        aria-label={t('period.month')}
        data={shown.map((month) => ({ value: month, label: monthOf(month) }))}
        value={period.month}
        onChange={(event) => choose('month', event.currentTarget.value)}
      />
      <NativeSelect
        aria-label={t('period.compare')}
        data={(['previous', 'year'] as const).map((value) => ({ value, label: t(`period.${value}`) }))}
        value={period.compare}
        onChange={(event) => choose('compare', event.currentTarget.value)}
      />
    </Group>
  );
}
