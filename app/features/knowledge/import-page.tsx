import { Alert, Button, FileInput, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import { ComparedText } from './compared-text.tsx';
import { ImportPrices } from './import-prices.tsx';
import styles from './knowledge.module.css';
import { KnowledgeAreas } from './knowledge-areas.tsx';
import type { ShownImport } from './show-import.ts';
import { useKnowledgeImport } from './use-knowledge-import.ts';

/** Files are chosen, what they would change is shown, and only then it is done. */
export function ImportPage() {
  const { t } = useTranslation('knowledge');
  const { home } = useDesk();
  const work = useKnowledgeImport();
  const planFault = useFaults(work.planAnswer);
  const applyFault = useFaults(work.applyAnswer);
  const done = work.applyAnswer && 'done' in work.applyAnswer ? work.applyAnswer.done : null;
  return (
    <Page
      title={t('import.title')}
      note={
        <>
          <KnowledgeAreas mayWrite />
          {t('import.note')}
        </>
      }
      back={{ to: `${home}/knowledge`, label: t('article.back') }}
    >
      <Stack gap="sm" maw={720}>
        <FileInput
          label={t('import.files')}
          description={t('import.format')}
          placeholder={t('import.choose')}
          accept=".md,.csv"
          classNames={{ placeholder: styles.quiet }}
          multiple
          onChange={(files) => void work.choose(files)}
        />
        <FormAlert text={planFault('form') ?? planFault('files') ?? applyFault('form')} />
        {done ? (
          <Alert color="green" role="status">
            {t('import.done', done)}
          </Alert>
        ) : null}
      </Stack>
      {work.plan ? <Plan plan={work.plan} isBusy={work.isBusy} onApply={work.apply} /> : null}
    </Page>
  );
}

function Plan({ plan, isBusy, onApply }: { plan: ShownImport; isBusy: boolean; onApply(): void }) {
  const { t } = useTranslation('knowledge');
  const { format } = useDesk();
  const changes = plan.articles.length + plan.prices.length;
  return (
    <>
      {plan.faults.length > 0 ? <Faults faults={plan.faults} /> : null}
      {plan.same > 0 ? <p>{t('import.same', { count: plan.same })}</p> : null}
      {changes === 0 ? (
        <p>{t('import.nothing')}</p>
      ) : (
        <div>
          <Button onClick={onApply} loading={isBusy}>
            {t('import.apply', { count: changes, replace: { count: format.count(changes) } })}
          </Button>
        </div>
      )}
      {plan.prices.length > 0 ? <ImportPrices prices={plan.prices} /> : null}
      {plan.articles.length > 0 ? (
        <Section title={t('import.articles')}>
          {plan.articles.map(({ slug, isNew, title, body }) => (
            <details key={slug} open={plan.articles.length <= 5}>
              <summary>
                {slug} · {t(isNew ? 'import.new' : 'import.changed')}
              </summary>
              <ComparedText stretches={title} />
              <ComparedText stretches={body} />
            </details>
          ))}
        </Section>
      ) : null}
    </>
  );
}

function Faults({ faults }: Pick<ShownImport, 'faults'>) {
  const { t } = useTranslation('knowledge');
  return (
    <Alert color="red" title={t('import.faults')}>
      <ul>
        {faults.map(({ file, code, detail }) => (
          <li key={`${file} ${code} ${detail}`}>
            {file}: {t(`import.fault.${code}`, { detail })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
