import { Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Panel, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { BudgetForm } from './budget-form.tsx';
import { DecisionTable } from './decision-table.tsx';
import styles from './goodwill-page.module.css';
import type { readGoodwill } from './read-goodwill.ts';

type Props = Awaited<ReturnType<typeof readGoodwill>> & { answer: unknown };

/** Stories to be proud of first, then what waits for a lead, then the decisions themselves. */
export function GoodwillPage({ answer, ...shown }: Props) {
  const { t } = useTranslation('goodwill');
  const content = <GoodwillSections {...shown} />;
  if (!shown.mayBudget) {
    return (
      <Page title={t('title')} note={t('note')} actions={<MonthChoice month={shown.month} />}>
        {content}
      </Page>
    );
  }
  const panel = (
    <Panel title={t('budget')}>
      <BudgetForm budget={shown.budget} answer={answer} />
    </Panel>
  );
  return (
    <Page title={t('title')} note={t('note')} actions={<MonthChoice month={shown.month} />}>
      <Split panel={panel}>{content}</Split>
    </Page>
  );
}

function MonthChoice({ month }: { month: string }) {
  const { t } = useTranslation('goodwill');
  const [, setSearch] = useSearchParams();
  return (
    <TextInput
      type="month"
      aria-label={t('month')}
      value={month}
      onChange={(event) => setSearch({ month: event.currentTarget.value }, { preventScrollReset: true })}
    />
  );
}

function GoodwillSections({ stories, waiting, decisions, mayAnswer }: Omit<Props, 'answer'>) {
  const { t } = useTranslation('goodwill');
  return (
    <>
      <Stories stories={stories} />
      {mayAnswer && waiting.length > 0 ? (
        <Section title={t('asked')}>
          <DecisionTable decisions={waiting} mayAnswer={mayAnswer} />
        </Section>
      ) : null}
      <Section title={t(mayAnswer ? 'all' : 'mine')}>
        {decisions.length === 0 ? (
          <Text c="dimmed">{t('none')}</Text>
        ) : (
          <DecisionTable decisions={decisions} mayAnswer={mayAnswer} />
        )}
      </Section>
    </>
  );
}

function Stories({ stories }: Pick<Props, 'stories'>) {
  const { t } = useTranslation('goodwill');
  const { format } = useDesk();
  const [areNamed, setNamed] = useState(false);
  if (stories.length === 0) {
    return (
      <Section title={t('stories')}>
        <NothingHere text={t('noStories')} hint={t('noStoriesHint')} />
      </Section>
    );
  }
  return (
    <Section title={t('stories')}>
      <Switch
        size="xs"
        label={t('showNames')}
        checked={areNamed}
        onChange={(event) => setNamed(event.currentTarget.checked)}
      />
      <ul className={styles.stories}>
        {stories.map(({ id, story, agentName, kind, amountKopecks, rating, hasStayed }) => (
          <li key={id} className={styles.story}>
            <Text>{story}</Text>
            <Text size="xs" c="dimmed">
              {[
                areNamed ? agentName : t('colleague'),
                t(`kind.${kind}`),
                amountKopecks > 0 ? format.money(amountKopecks) : null,
                hasStayed === null ? null : t(hasStayed ? 'stayed' : 'left'),
                rating === null ? null : t('rating', { rating }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
