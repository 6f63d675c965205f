import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/section.tsx';
import type { CaseDetail } from '#app/features/case/read-case-detail.ts';
import { complaintSteps, nextComplaintStep } from './complaint.ts';
import styles from './complaint-gift.module.css';
import { ComplaintStepItem } from './complaint-step-item.tsx';

/** A complaint taken as a gift: eight steps, the next one open to be written. */
export function ComplaintGift({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('case');
  const taken = detail.steps.map(({ step }) => step);
  const next = nextComplaintStep(complaintSteps.filter((step) => taken.includes(step)));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section title={t('gift.title')}>
      <Text c="dimmed" size="xs" mb={6}>
        {t('gift.done', { done: taken.length, all: complaintSteps.length })}
      </Text>
      <ol className={styles.steps}>
        {complaintSteps.map((step) => (
          <ComplaintStepItem
            key={step}
            caseId={detail.id}
            step={step}
            said={detail.steps.find((one) => one.step === step) ?? null}
            isWriting={detail.mayWrite && (chosen === null ? step === next : step === chosen)}
            onWrite={() => setChosen(step)}
            onWritten={() => setChosen(null)}
          />
        ))}
      </ol>
    </Section>
  );
}
