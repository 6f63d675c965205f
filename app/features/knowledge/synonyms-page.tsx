import { Button, Group, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Panel, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import styles from './knowledge.module.css';
import { KnowledgeAreas } from './knowledge-areas.tsx';

type Props = { own: { id: string; words: string }[]; trade: readonly string[]; answer: unknown };

/** Words that mean the same: those of this company, and those everybody in the trade uses. */
export function SynonymsPage({ own, trade, answer }: Props) {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const panel = (
    <Panel title={t('synonyms.add')}>
      <AddForm key={own.length} answer={answer} />
    </Panel>
  );
  return (
    <Page
      title={t('synonyms.title')}
      note={
        <>
          <KnowledgeAreas mayWrite />
          {t('synonyms.note')}
        </>
      }
      back={{ to: `${home}/knowledge`, label: t('article.back') }}
    >
      <Split panel={panel}>
        <Section title={t('synonyms.own')}>
          {own.length === 0 ? <Text c="dimmed">{t('synonyms.none')}</Text> : null}
          {own.map(({ id, words }) => (
            <Group key={id} justify="space-between">
              <span>{words}</span>
              <ActionButton
                action={`${home}/knowledge/synonyms/${id}/removal`}
                label={t('synonyms.remove', { words })}
                variant="subtle"
              />
            </Group>
          ))}
        </Section>
        <Section title={t('synonyms.trade')}>
          <ul className={styles.rows}>
            {trade.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Section>
      </Split>
    </Page>
  );
}

function AddForm({ answer }: { answer: unknown }) {
  const { t } = useTranslation('knowledge');
  const fault = useFaults(answer);
  return (
    <Form method="post" className={styles.fields}>
      <FormAlert text={fault('form')} />
      <TextInput
        name="words"
        label={t('synonyms.words')}
        description={t('synonyms.wordsHint')}
        error={fault('words')}
        maxLength={300}
        required
      />
      <Button type="submit">{t('synonyms.add')}</Button>
    </Form>
  );
}
