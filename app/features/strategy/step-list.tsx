import { Table, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FaultList } from './fault-list.tsx';
import { StepIcon } from './step-icon.tsx';
import { useStepWords } from './use-step-words.ts';
import type { StrategyForm } from './use-strategy-form.ts';

/** The steps one after another, each with what is wrong with it. */
export function StepList({ form }: { form: StrategyForm }) {
  const { t } = useTranslation('strategy');
  const { whenOf } = useStepWords();
  return (
    <Table verticalSpacing={4} aria-label={t('steps')}>
      <Table.Tbody>
        {form.draft.steps.map((step, index) => (
          <Table.Tr key={step.id} {...(form.step?.id === step.id ? { bg: 'var(--pult-selected)' } : {})}>
            <Table.Td>
              <UnstyledButton
                onClick={() => form.choose(step.id)}
                aria-pressed={form.step?.id === step.id}
                style={{ display: 'flex', gap: 6, alignItems: 'center', minHeight: 24, fontSize: 'inherit' }}
              >
                <StepIcon action={step.action} />
                {t(`action.${step.action}`)}
              </UnstyledButton>
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'normal' }}>
              {whenOf(step.day)}
              <FaultList faults={form.faults.filter((fault) => fault.step === index)} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
