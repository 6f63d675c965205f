import { Anchor, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { rosterHeard } from '#app/components/roster-heard.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { useReadWhenHeard } from '#app/components/use-read-when-heard.ts';
import { BreachList } from './breach-list.tsx';
import { DayView } from './day-view.tsx';
import { FairnessTable } from './fairness-table.tsx';
import { MonthGrid } from './month-grid.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import type { RosterView } from './read-roster.ts';
import { RosterActions } from './roster-actions.tsx';
import { type OpenedCell, RosterGrid } from './roster-grid.tsx';
import { RosterLegend } from './roster-legend.tsx';
import { wholePlan } from './shift.ts';
import { ShiftDialog } from './shift-dialog.tsx';
import { useRosterEdits } from './use-roster-edits.ts';

/** One plan: its weeks as people by days or one day by half hours, and beside it what it covers, breaks and asks of each. */
export function RosterPage({ view: read }: { view: RosterView }) {
  const { t } = useTranslation('shift');
  const { format, workplace } = useDesk();
  useReadWhenHeard(rosterHeard);
  const edits = useRosterEdits(read);
  const view = { ...read, people: edits.people };
  const [search] = useSearchParams();
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const { roster, people, dates } = view;
  const toldAt = roster.state === 'published' ? roster.publishedAt : null;
  const day = dates.indexOf(search.get('day') ?? '');
  return (
    <Page
      title={t('rosterTitle', { dates: format.period(roster.fromDate, roster.lastDate) })}
      note={toldAt ? `${t('state.published')}, ${format.moment(toldAt)}` : t(`state.${roster.state}`)}
      back={{ to: `/t/${workplace.slug}/plan/shifts`, label: t('title') }}
      actions={<RosterActions view={view} edits={edits} />}
    >
      <OutcomePanel view={view} />
      <Weeks view={view} day={day} />
      {people.length === 0 ? (
        <NothingHere text={t('nobody')} hint={t('nobodyHint')} />
      ) : day >= 0 ? (
        <DayView view={view} day={day} edits={edits} onOpen={setOpened} />
      ) : view.isWhole ? (
        <MonthGrid view={view} edits={edits} onOpen={setOpened} />
      ) : (
        <RosterGrid view={view} edits={edits} onOpen={setOpened} />
      )}
      {view.isWhole ? <Text size="xs">{t('monthMarks')}</Text> : null}
      <RosterLegend />
      <Section title={t('breaches', { count: view.breaches.length })}>
        <BreachList view={view} />
      </Section>
      <Section title={t('fairness')} note={t('fairnessNote')}>
        <FairnessTable view={view} />
      </Section>
      {opened ? (
        <ShiftDialog
          key={`${opened.person} ${opened.day}`}
          view={view}
          cell={opened}
          edits={edits}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </Page>
  );
}

function Weeks({ view: { weeks, dates, isWhole }, day }: { view: RosterView; day: number }) {
  const { t } = useTranslation('shift');
  const [shown] = dates;
  const { format } = useDesk();
  return (
    <Group gap="md" component="nav" aria-label={t('weeksNav')}>
      <WeekLink to={wholePlan} isShown={isWhole} label={t('wholePlan')} />
      {weeks.map((week) => (
        <WeekLink
          key={week}
          to={week}
          isShown={week === shown && !isWhole}
          label={t('weekOf', { date: format.day(new Date(`${week}T12:00Z`)) })}
        />
      ))}
      {day >= 0 ? (
        <>
          <Text size="sm" fw={600}>
            {format.day(new Date(`${dates[day]}T12:00Z`))}
          </Text>
          <WeekLink to={shown ?? ''} isShown={false} label={t('backToWeek')} />
        </>
      ) : null}
    </Group>
  );
}

function WeekLink({ to, label, isShown }: { to: string; label: string; isShown: boolean }) {
  return (
    <Anchor
      component={Link}
      to={`?from=${to}`}
      size="sm"
      preventScrollReset
      {...(isShown ? { 'aria-current': 'page' as const, fw: 600, c: 'inherit' } : {})}
    >
      {label}
    </Anchor>
  );
}
