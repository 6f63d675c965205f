import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { BuilderForm } from './builder-form.tsx';
import { OwnResult } from './own-result.tsx';
import type { BuilderView } from './read-own-reports.ts';
import { SaveOwnForm } from './save-own-form.tsx';

/** A report is put together, looked at and kept. */
export function BuilderPage({ view }: { view: BuilderView }) {
  const { t } = useTranslation('own');
  const { workplace } = useDesk();
  const { search } = useLocation();
  const { report, figures } = view;
  return (
    <Page
      title={report ? t('edit', { name: report.name }) : t('build')}
      note={t('buildNote')}
      back={{ to: `/t/${workplace.slug}/report/own`, label: t('title') }}
    >
      <BuilderForm key={search} view={view} />
      {figures ? <SaveOwnForm view={view} definition={figures.definition} /> : null}
      {figures ? <OwnResult figures={figures} /> : null}
    </Page>
  );
}
