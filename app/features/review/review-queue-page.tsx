import { Anchor, Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Section, Split, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useDayText } from '#app/features/coaching/use-day-text.ts';
import { PlanPanel } from './plan-panel.tsx';
import { PlanTable } from './plan-table.tsx';
import type { ReviewQueue } from './read-review-queue.ts';
import { RequestPanel } from './request-panel.tsx';

/** What waits for a reviewer; how work is drawn, and what was drawn. */
export function ReviewQueuePage({ queue }: { queue: ReviewQueue }) {
  const { t } = useTranslation('review');
  const { workplace } = useDesk();
  const first = queue.tasks.find(({ begunBy, isMine }) => begunBy === null || isMine);
  const next = first ? (
    <Button component={Link} to={`/t/${workplace.slug}/lead/reviews/${first.id}`}>
      {t('next')}
    </Button>
  ) : null;
  return (
    <Page title={t('title')} note={t('note')} actions={next}>
      <Split
        panel={
          <>
            <PlanPanel queue={queue} />
            <RequestPanel />
          </>
        }
      >
        <Section title={t('waiting')}>
          <Tasks queue={queue} />
        </Section>
        <Section title={t('plans')} note={t('plansNote')}>
          <PlanTable plans={queue.plans} lastWeek={queue.lastWeek} />
        </Section>
        {queue.draws.length > 0 ? <Draws draws={queue.draws} /> : null}
      </Split>
    </Page>
  );
}

function Tasks({ queue: { tasks, isCut } }: { queue: ReviewQueue }) {
  const { t } = useTranslation('review');
  const { workplace, format, now } = useDesk();
  if (tasks.length === 0) {
    return <NothingHere text={t('none')} hint={t('noneHint')} />;
  }
  return (
    <Wide label={t('waiting')}>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {(['work', 'agent', 'when', 'how', 'state'] as const).map((column) => (
              <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tasks.map((task) => (
            <Table.Tr key={task.id}>
              <Table.Td>
                <Anchor component={Link} to={`/t/${workplace.slug}/lead/reviews/${task.id}`}>
                  {t(`subject.${task.subjectType}`)}, {t(`queue.${task.queue}` as 'queue.call')}
                </Anchor>
              </Table.Td>
              <Table.Td>{task.agentName ?? <Text c="dimmed">{t('blind')}</Text>}</Table.Td>
              <Table.Td>{format.stamp(task.occurredAt, now)}</Table.Td>
              <Table.Td>
                {t(`selection.${task.selection}`)}
                <Text size="xs" c="dimmed">
                  {task.plan ?? task.reason}
                </Text>
              </Table.Td>
              <Table.Td>
                {task.isMine ? t('begunByMe') : task.begunBy ? t('begun', { name: task.begunBy }) : t('free')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isCut ? <Text c="dimmed">{t('cut', { count: tasks.length })}</Text> : null}
    </Wide>
  );
}

function Draws({ draws }: Pick<ReviewQueue, 'draws'>) {
  const { t } = useTranslation('review');
  const { format, now } = useDesk();
  const dayText = useDayText();
  return (
    <Section title={t('draws')}>
      <Wide label={t('draws')}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              {(['plan', 'period', 'drawn', 'replaced', 'seed', 'by', 'when'] as const).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draws.map((draw) => (
              <Table.Tr key={draw.id}>
                <Table.Td>{draw.title}</Table.Td>
                <Table.Td>
                  {dayText(draw.from)} – {dayText(draw.to)}
                </Table.Td>
                <Table.Td>{draw.drawnCount}</Table.Td>
                <Table.Td>{draw.replaced}</Table.Td>
                <Table.Td>{draw.seed}</Table.Td>
                <Table.Td>{draw.drawnBy ?? t('byItself')}</Table.Td>
                <Table.Td>{format.stamp(draw.drawnAt, now)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
