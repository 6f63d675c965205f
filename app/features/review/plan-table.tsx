import { Button, Group, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ReviewQueue } from './read-review-queue.ts';
import type { PlanSize } from './sample-plan.ts';

/** The plans, each with the form that draws by it. */
export function PlanTable({ plans, lastWeek }: Pick<ReviewQueue, 'plans' | 'lastWeek'>) {
  const { t } = useTranslation('review');
  const { workplace } = useDesk();
  const sizeText = useSizeText();
  if (plans.length === 0) return <Text c="dimmed">{t('noPlans')}</Text>;
  return (
    <Wide label={t('plans')}>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {plans.map(({ id, title, selection, filter, size, isBlind, rhythm }) => (
            <Table.Tr key={id}>
              <Table.Td style={{ minWidth: 180 }}>
                {title}
                <Text size="xs" c="dimmed">
                  {[
                    t(`subject.${filter.subjectType}`),
                    t(`selection.${selection}`),
                    sizeText(size),
                    isBlind ? t('blind') : null,
                    rhythm ? t(`rhythm.${rhythm}`) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </Table.Td>
              <Table.Td>
                <DrawForm planId={id} lastWeek={lastWeek} />
              </Table.Td>
              <Table.Td>
                <ActionButton
                  action={`/t/${workplace.slug}/lead/plans/${id}/retirement`}
                  label={t('retire')}
                  confirm={t('retireSure')}
                  variant="subtle"
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function useSizeText() {
  const { t } = useTranslation('review');
  return (size: PlanSize): string => {
    if (size.by === 'count') return t('sizeText.count', { count: size.count });
    if (size.by === 'margin') return t('sizeText.margin', { percent: size.percent });
    const strata = size.strata.map((stratum) => t(`strata.${stratum}`)).join(', ');
    return t('sizeText.stratum', { count: size.count, strata });
  };
}

function DrawForm({ planId, lastWeek }: { planId: string } & Pick<ReviewQueue, 'lastWeek'>) {
  const { t } = useTranslation('review');
  const { workplace } = useDesk();
  const fetcher = useFetcher<{ drawn?: number }>();
  const fault = useFaults(fetcher.data);
  return (
    <fetcher.Form method="post" action={`/t/${workplace.slug}/lead/plans/${planId}/draws`} noValidate>
      <Group gap={6} wrap="nowrap" align="end">
        <TextInput
          type="date"
          name="from"
          label={t('from')}
          defaultValue={lastWeek.from}
          error={fault('from')}
        />
        <TextInput type="date" name="to" label={t('to')} defaultValue={lastWeek.to} error={fault('to')} />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('draw')}
        </Button>
      </Group>
      <FormAlert text={fault('form')} />
      {fetcher.data?.drawn === undefined ? null : (
        <Text size="xs" role="status">
          {t('drawnNow', { count: fetcher.data.drawn })}
        </Text>
      )}
    </fetcher.Form>
  );
}
