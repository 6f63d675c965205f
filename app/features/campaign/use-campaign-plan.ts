import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { PlanInput } from './campaign-input.ts';
import type { Condition } from './conditions.ts';
import type { CountedAudience } from './preview-campaign.ts';
import type { CampaignView } from './read-campaign.ts';
import type { CampaignStep } from './steps.ts';

export type Plan = Omit<PlanInput, 'seen'>;
export type PlanForm = ReturnType<typeof useCampaignPlan>;

const newStep: CampaignStep = {
  afterDays: 3,
  onlyIf: 'not-reached',
  channel: 'sms',
  text: '{name}, ',
  offerId: null,
};
/** So long nothing is typed before it is counted. */
const restMs = 400;

/** What is being typed of a plan, and whom it fits as it stands. */
export function useCampaignPlan(campaign: CampaignView) {
  const [plan, setPlan] = useState<Plan>(() => planOf(campaign));
  const [savedAs, setSavedAs] = useState(plan);
  const saving = useFetcher<{ saved?: number }>();
  const place = `/t/${useDesk().workplace.slug}/plan/campaigns/${campaign.id}`;
  const change = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer
  useEffect(() => {
    if (saving.data?.saved) setSavedAs(plan);
  }, [saving.data]);
  return {
    plan,
    place,
    change,
    saving,
    isTouched: plan !== savedAs,
    save: () =>
      saving.submit(
        { ...plan, seen: campaign.version },
        { method: 'post', encType: 'application/json', action: place },
      ),
    setCondition: (index: number, condition: Condition) =>
      change({ conditions: plan.conditions.with(index, condition) }),
    addCondition: () =>
      change({ conditions: [...plan.conditions, { field: 'risk', is: 'at-least', value: 300 }] }),
    removeCondition: (index: number) => change({ conditions: plan.conditions.toSpliced(index, 1) }),
    setStep: (index: number, part: Partial<CampaignStep>) => {
      const step = plan.steps[index];
      if (step) change({ steps: plan.steps.with(index, { ...step, ...part }) });
    },
    addStep: () => change({ steps: [...plan.steps, newStep] }),
    removeStep: (index: number) => change({ steps: plan.steps.toSpliced(index, 1) }),
    moveStep: (index: number, by: 1 | -1) => {
      const step = plan.steps[index];
      if (step && plan.steps[index + by])
        change({ steps: plan.steps.toSpliced(index, 1).toSpliced(index + by, 0, step) });
    },
  };
}

function planOf(campaign: CampaignView): Plan {
  const { name, conditions, steps, controlPercent, windowDays, pool, contactKopecks, callsADay } = campaign;
  const purpose = campaign.purpose === 'service' ? 'service' : 'advertising';
  return { name, purpose, conditions, steps, controlPercent, windowDays, pool, contactKopecks, callsADay };
}

/** Counts anew, a moment after the last key, whom the conditions fit. */
export function useCountedAudience({ plan, place }: Pick<PlanForm, 'plan' | 'place'>) {
  const { submit, data, state } = useFetcher<{ counted?: CountedAudience }>();
  const { conditions, controlPercent, windowDays } = plan;
  const asked = JSON.stringify({ conditions, controlPercent, windowDays });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each wording of it
  useEffect(() => {
    const timer = setTimeout(() => {
      void submit(asked, { method: 'post', encType: 'application/json', action: `${place}/audience` });
    }, restMs);
    return () => clearTimeout(timer);
  }, [asked, place]);
  return { counted: data?.counted ?? null, isBusy: state !== 'idle' };
}
