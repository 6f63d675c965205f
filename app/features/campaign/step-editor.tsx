import { Button, Fieldset, Group, NativeSelect, NumberInput, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import styles from './campaign-axis.module.css';
import { daysOf } from './campaign-faults.ts';
import type { Choice } from './read-campaign.ts';
import { type CampaignStep, campaignChannels } from './steps.ts';
import type { PlanForm } from './use-campaign-plan.ts';

const whom = ['always', 'not-reached', 'not-accepted'] as const;

/** The steps: on the days of the window, and each with what it says. */
export function StepEditor({ form, offers }: { form: PlanForm; offers: Choice[] }) {
  const { t } = useTranslation('campaign');
  const { steps, windowDays } = form.plan;
  return (
    <Section title={t('steps')} note={t('stepsNote')}>
      <CampaignAxis steps={steps} windowDays={windowDays} />
      {steps.map((step, index) => (
        <Fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is named by its place
          key={index}
          legend={t('step', { n: index + 1, day: daysOf(steps.slice(0, index + 1)) })}
        >
          <StepFields step={step} offers={offers} onChange={(part) => form.setStep(index, part)} />
          <Group mt="xs" gap="xs">
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={index === 0}
              onClick={() => form.moveStep(index, -1)}
            >
              {t('earlier')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              disabled={index === steps.length - 1}
              onClick={() => form.moveStep(index, 1)}
            >
              {t('later')}
            </Button>
            <Button variant="subtle" size="compact-sm" color="red" onClick={() => form.removeStep(index)}>
              {t('removeStep')}
            </Button>
          </Group>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" disabled={steps.length >= 12} onClick={form.addStep}>
          {t('addStep')}
        </Button>
      </Group>
    </Section>
  );
}

/** The steps as marks on the days of the measured window. */
export function CampaignAxis({ steps, windowDays }: { steps: readonly CampaignStep[]; windowDays: number }) {
  const { t } = useTranslation('campaign');
  return (
    <ol className={styles.axis} aria-label={t('axis')}>
      {steps.map((step, index) => {
        const day = daysOf(steps.slice(0, index + 1));
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is named by its place
            key={index}
            className={styles.mark}
            style={{ left: `${Math.min(100, (100 * day) / windowDays)}%` }}
          >
            {t('mark', { day, channel: t(`channel.${step.channel}`) })}
          </li>
        );
      })}
    </ol>
  );
}

type FieldsProps = { step: CampaignStep; offers: Choice[]; onChange(part: Partial<CampaignStep>): void };

function StepFields({ step, offers, onChange }: FieldsProps) {
  const { t } = useTranslation('campaign');
  const pick = <T extends string>(known: readonly T[], value: string, otherwise: T) =>
    known.find((one) => one === value) ?? otherwise;
  return (
    <>
      <Group gap="xs" align="end">
        <NumberInput
          label={t('afterDays')}
          w={190}
          min={0}
          max={90}
          allowDecimal={false}
          value={step.afterDays}
          onChange={(value) => onChange({ afterDays: Math.trunc(Number(value)) || 0 })}
        />
        <NativeSelect
          label={t('channelLabel')}
          data={campaignChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={step.channel}
          onChange={(event) =>
            onChange({ channel: pick(campaignChannels, event.currentTarget.value, step.channel) })
          }
        />
        <NativeSelect
          label={t('onlyIf')}
          data={whom.map((value) => ({ value, label: t(`onlyIfs.${value}`) }))}
          value={step.onlyIf}
          onChange={(event) => onChange({ onlyIf: pick(whom, event.currentTarget.value, step.onlyIf) })}
        />
        <NativeSelect
          label={t('offer')}
          data={[{ value: '', label: t('noOffer') }, ...offers]}
          value={step.offerId ?? ''}
          onChange={(event) => onChange({ offerId: event.currentTarget.value || null })}
        />
      </Group>
      <Textarea
        label={t('text')}
        autosize
        minRows={2}
        maxLength={2000}
        value={step.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <Text size="xs" c="dimmed">
        {t('textNote')}
      </Text>
    </>
  );
}
