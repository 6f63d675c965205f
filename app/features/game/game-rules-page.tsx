import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { GoalSection } from './goal-section.tsx';
import { QuestSection } from './quest-section.tsx';
import type { readGameRules } from './read-game-rules.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleSection } from './rule-section.tsx';
import { SeasonPanel } from './season-panel.tsx';
import { ShiftSection } from './shift-section.tsx';

export type GameRules = Awaited<ReturnType<typeof readGameRules>>;
export type ShownRule = GameRules['rules'][number];

/** The season and what brings points in it; goals, quests and shifts. */
export function GameRulesPage(rules: GameRules) {
  const { t } = useTranslation('game');
  const { workplace } = useDesk();
  const [edited, setEdited] = useState<ShownRule | 'new' | null>(null);
  const effects = (
    <Button component={Link} to={`/t/${workplace.slug}/plan/game/effects`} variant="default">
      {t('effects.title')}
    </Button>
  );
  return (
    <Page title={t('rules.title')} note={t('rules.note')} actions={effects}>
      <Split panel={<SeasonPanel {...rules} />}>
        <RuleSection {...rules} onEdit={setEdited} />
        <GoalSection {...rules} />
        <QuestSection {...rules} />
        <ShiftSection {...rules} />
      </Split>
      {edited ? (
        <RuleDialog
          rule={edited === 'new' ? null : edited}
          colleagues={rules.colleagues}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Page>
  );
}
