import { Button, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import { FormAlert } from '#app/components/form-alert.tsx';
import { useFaults } from '#app/components/use-faults.ts';
import type { Budget } from './goodwill.ts';

/** Sets what agents may decide by themselves. */
export function BudgetForm({ budget, answer }: { budget: Budget | null; answer: unknown }) {
  const { t } = useTranslation('goodwill');
  const fault = useFaults(answer);
  const isBusy = useNavigation().state === 'submitting';
  const roubles = (kopecks: number | undefined) => (kopecks === undefined ? '' : kopecks / 100);
  return (
    <Form method="post" noValidate style={{ display: 'contents' }}>
      <FormAlert text={fault('form')} />
      <Text size="xs" c="dimmed">
        {t('budgetNote')}
      </Text>
      <NumberInput
        name="agentMonth"
        label={t('agentMonth')}
        min={0}
        decimalScale={0}
        defaultValue={roubles(budget?.agentMonthKopecks)}
        error={fault('agentMonth')}
      />
      <NumberInput
        name="perCase"
        label={t('perCase')}
        min={0}
        decimalScale={0}
        defaultValue={roubles(budget?.caseKopecks)}
        error={fault('perCase')}
      />
      <Button type="submit" loading={isBusy}>
        {t('save')}
      </Button>
    </Form>
  );
}
