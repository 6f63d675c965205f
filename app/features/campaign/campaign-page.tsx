import { Alert, Anchor, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { AudiencePanel } from './audience-panel.tsx';
import { findCampaignFaults } from './campaign-faults.ts';
import { ConditionList, ConditionWords } from './condition-list.tsx';
import { PlanFigures, SaveBar } from './plan-figures.tsx';
import { ProgressSection } from './progress-section.tsx';
import type { CampaignView } from './read-campaign.ts';
import { CampaignAxis, StepEditor } from './step-editor.tsx';
import { useCampaignPlan } from './use-campaign-plan.ts';

/** One campaign: its plan while it is a draft, then its sides, its course and what may be done with it. */
export function CampaignPage({ campaign }: { campaign: CampaignView }) {
  const { t } = useTranslation('campaign');
  const place = `/t/${useDesk().workplace.slug}/plan/campaigns`;
  const { id, name, state, kind, progress, sides, steps, windowDays, goneSteps, choices, conditions } =
    campaign;
  const isOpen = state === 'draft' && choices !== null;
  return (
    <Page
      title={name}
      note={`${t(`kind.${kind}`)}. ${useStateNote(campaign)}`}
      back={{ to: place, label: t('back') }}
      actions={isOpen ? null : <Moves campaign={campaign} />}
    >
      {goneSteps.map((step) => (
        <Alert key={step} color="yellow" role="alert" p="sm" maw={720}>
          {t('offerGone', { step: step + 1 })}
        </Alert>
      ))}
      {isOpen ? <PlanEditor campaign={campaign} choices={choices} /> : null}
      {state === 'draft' ? null : <SidesSection sides={sides} />}
      {isOpen ? null : (
        <Section title={t('conditions')}>
          <ConditionWords conditions={conditions} />
        </Section>
      )}
      {isOpen ? null : (
        <Section title={t('steps')} note={t('stepsNote')}>
          <CampaignAxis steps={steps} windowDays={windowDays} />
        </Section>
      )}
      {progress ? <ProgressSection progress={progress} steps={steps} treated={sides.treated} /> : null}
      {progress ? (
        <Anchor component={Link} to={`${place}/${id}/proof`}>
          {t('proof')}
        </Anchor>
      ) : null}
    </Page>
  );
}

function useStateNote({ state, sides, measuredFrom, measuredUntil }: CampaignView): string {
  const { t } = useTranslation('campaign');
  const { format } = useDesk();
  const day = (on: string | null) => (on ? format.day(new Date(on)) : '—');
  const people = format.count(sides.treated + sides.control + sides.heldOut);
  return t(`stateNote.${state}`, { people, from: day(measuredFrom), until: day(measuredUntil) });
}

function Moves({ campaign: { id, version, moves } }: { campaign: CampaignView }) {
  const { t } = useTranslation('campaign');
  const place = `/t/${useDesk().workplace.slug}/plan/campaigns/${id}/moves`;
  const shown = moves.filter((move) => move !== 'edit');
  return (
    <Group gap="xs">
      {shown.map((move) => (
        <ActionButton
          key={move}
          action={`${place}/${move}`}
          label={t(`move.${move as 'start'}`)}
          fields={{ version: String(version) }}
          variant={move === 'start' || move === 'resume' || move === 'freeze' ? 'filled' : 'default'}
          {...(move === 'pause' || move === 'resume' ? {} : { confirm: t(`confirm.${move as 'start'}`) })}
          isDanger={move === 'stop'}
        />
      ))}
    </Group>
  );
}

function SidesSection({ sides }: Pick<CampaignView, 'sides'>) {
  const { t } = useTranslation('campaign');
  const { format } = useDesk();
  return (
    <Section title={t('sides')}>
      <Text>{t('treated', { count: sides.treated, n: format.count(sides.treated) })}</Text>
      <Text>{t('control', { n: format.count(sides.control) })}</Text>
      {sides.heldOut > 0 ? <Text>{t('heldOut', { n: format.count(sides.heldOut) })}</Text> : null}
    </Section>
  );
}

type EditorProps = { campaign: CampaignView; choices: NonNullable<CampaignView['choices']> };

function PlanEditor({ campaign, choices }: EditorProps) {
  const { t } = useTranslation('campaign');
  const form = useCampaignPlan(campaign);
  const current = new Set(campaign.offers.map(({ value }) => value));
  const faults = findCampaignFaults({ kind: campaign.kind, ...form.plan }, current);
  const said = faults.map(({ code, step, word = '' }) =>
    t(`fault.${code}`, { step: (step ?? 0) + 1, word, interpolation: { escapeValue: false } }),
  );
  return (
    <>
      <Split panel={<AudiencePanel form={form} kind={campaign.kind} />}>
        <ConditionList form={form} choices={choices} />
        <StepEditor form={form} offers={campaign.offers} />
        <PlanFigures form={form} />
      </Split>
      <FormAlert text={said.length > 0 ? said.join(' ') : undefined} />
      <SaveBar form={form} />
      {form.isTouched ? (
        <Text size="sm" c="dimmed">
          {t('saveFirst')}
        </Text>
      ) : (
        <Moves campaign={campaign} />
      )}
    </>
  );
}
