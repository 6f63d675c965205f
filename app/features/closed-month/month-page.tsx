import { Alert, Anchor, Group, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormPanel } from '#app/components/form-panel.tsx';
import { Page, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { DifferenceTable, FrozenTable } from './frozen-tables.tsx';
import { useMonthName } from './months-page.tsx';
import type { MonthView } from './read-months.ts';

const files = ['month.pdf', 'month.xlsx', 'month.csv', 'year.pdf'] as const;

/** A closed month: its figures as they were frozen, how it was corrected; for a manager, what counting it anew changes. */
export function MonthPage({ view, answer }: { view: MonthView; answer?: unknown }) {
  const { t } = useTranslation('month');
  const { workplace, format } = useDesk();
  const { month, pending, figures, termsFrom, registry, isBroken } = view;
  const nameOf = useMonthName();
  const home = `/t/${workplace.slug}`;
  const back = { to: `${home}/${pending ? 'plan' : 'report'}/months`, label: t('title') };
  const note = termsFrom
    ? t('terms', { date: format.fullDay(new Date(termsFrom)), registry })
    : t('noTerms', { registry });
  const hasChanged = pending !== null && pending.length > 0;
  return (
    <Page title={nameOf(month)} note={note} back={back}>
      {isBroken ? <Alert color="red">{t('broken', { month: nameOf(month) })}</Alert> : null}
      <Group gap="md" component="nav" aria-label={t('files')}>
        {files.map((file) => (
          <Anchor key={file} size="sm" href={`${home}/report/months/${month}/files/${file}`} download>
            {t(`file.${file}`)}
          </Anchor>
        ))}
      </Group>
      <Split panel={hasChanged ? <CorrectionForm answer={answer} /> : null}>
        {pending ? <Recount view={{ ...view, pending }} /> : null}
        <Section title={t('figures')} note={t('opensToday')}>
          <FrozenTable view={view} figures={figures.filter(({ dimension }) => dimension === null)} />
        </Section>
        <Section title={t('byChannel')}>
          <FrozenTable view={view} figures={figures.filter(({ dimension }) => dimension === 'channel')} />
        </Section>
        <Section title={t('byCarrier')}>
          <FrozenTable view={view} figures={figures.filter(({ dimension }) => dimension === 'carrier')} />
        </Section>
        <History view={view} />
      </Split>
    </Page>
  );
}

function Recount({ view }: { view: MonthView & { pending: NonNullable<MonthView['pending']> } }) {
  const { t } = useTranslation('month');
  if (view.pending.length === 0) return <Text size="sm">{t('agrees')}</Text>;
  return (
    <Section title={t('recount')} note={t('recountNote')}>
      <DifferenceTable view={view} differences={view.pending} />
    </Section>
  );
}

function CorrectionForm({ answer }: { answer: unknown }) {
  const { t } = useTranslation('month');
  const fault = useFaults(answer);
  return (
    <FormPanel title={t('recount')} submit={t('correct')} fault={fault('form')}>
      <Textarea
        name="reason"
        label={t('reason')}
        maxLength={500}
        autosize
        minRows={2}
        error={fault('reason')}
      />
    </FormPanel>
  );
}

function History({ view }: { view: MonthView }) {
  const { t } = useTranslation('month');
  const { format } = useDesk();
  return (
    <Section title={t('history')}>
      {view.revisions.map(({ revision, reason, closedBy, closedAt, hash, differences }) => (
        <section key={revision}>
          <Text size="sm" fw={600}>
            {revision === 1 ? t('first') : t('revision', { n: revision - 1 })}
          </Text>
          <Text size="sm">{t('who', { who: closedBy, at: format.moment(closedAt) })}</Text>
          {reason ? <Text size="sm">{reason}</Text> : null}
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('hash', { hash })}
          </Text>
          {differences.length > 0 ? <DifferenceTable view={view} differences={differences} /> : null}
        </section>
      ))}
    </Section>
  );
}
