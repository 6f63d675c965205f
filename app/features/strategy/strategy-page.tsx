import { useTranslation } from 'react-i18next';
import { ActionButton } from '#app/components/action-button.tsx';
import { Page } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { ForceSection } from './force-section.tsx';
import type { StrategyView } from './read-strategy.ts';
import { SimulationSection } from './simulation-section.tsx';
import { StrategyEditor } from './strategy-editor.tsx';
import { useStrategyForm } from './use-strategy-form.ts';
import { VersionHistory } from './version-history.tsx';

/** One strategy: its ladder, who is let on, what it would have done, its versions. */
export function StrategyPage({ strategy }: { strategy: StrategyView }) {
  const { t } = useTranslation('strategy');
  const place = `/t/${useDesk().workplace.slug}/plan/debt/strategies`;
  const form = useStrategyForm(strategy.rules, strategy.caps);
  const { id, name, mayWrite, retiredAt, seen, isOnTrial } = strategy;
  const note = retiredAt ? 'retiredNote' : seen ? 'draftNote' : 'lockedNote';
  return (
    <Page
      title={name}
      note={t(note)}
      back={{ to: place, label: t('back') }}
      actions={
        mayWrite && !isOnTrial ? (
          <ActionButton
            action={`${place}/${id}/retirement`}
            label={t('retire')}
            confirm={t('confirmRetire')}
            variant="default"
          />
        ) : null
      }
    >
      <StrategyEditor strategy={strategy} form={form} />
      {mayWrite ? <SimulationSection strategyId={id} form={form} /> : null}
      {mayWrite && seen ? <ForceSection strategy={strategy} form={form} seen={seen} /> : null}
      <VersionHistory versions={strategy.versions} />
    </Page>
  );
}
