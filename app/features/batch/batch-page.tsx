import { Anchor, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useFetcher } from 'react-router';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import { useDesk } from '#app/components/use-desk.ts';
import { RefusalNote } from '#app/features/request/refusal-note.tsx';
import { requestStates } from '#app/features/request/request.ts';
import { searchOf } from '#app/features/request/request-query.ts';
import { RequestStateChip } from '#app/features/request/request-state-chip.tsx';
import { useSubjectText } from '#app/features/request/use-subject-text.ts';
import type { Refused } from '#app/platform/http-errors.ts';
import { BatchProgress } from './batch-list-page.tsx';
import styles from './batch-page.module.css';
import type { BatchDetail } from './read-batch.ts';
import { RejectTable } from './reject-table.tsx';

/** A batch: how far it is, a result for every number, the rows that never became requests. */
export function BatchPage({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation(['desk', 'request']);
  const { home, format } = useDesk();
  const subjectText = useSubjectText();
  return (
    <article className={styles.page}>
      <Anchor component={Link} to={`${home}/batches`} size="xs">
        ← {t('batch.back')}
      </Anchor>
      <Stack gap="lg">
        <header>
          <Title order={1}>{batch.title}</Title>
          <Text c="dimmed">
            {t(`request:kind.${batch.kind}`)} {subjectText(batch.subject)} · {batch.author} ·{' '}
            {format.moment(batch.createdAt)}
          </Text>
        </header>
        <BatchProgress {...batch.progress} />
        <StateCounts batch={batch} />
        {batch.progress.failed > 0 ? <RetryFailed batchId={batch.id} /> : null}
        <Results batch={batch} />
        {batch.rejects.length ? (
          <section>
            <Title order={2} mb={6}>
              {t('batch.rejects')}
            </Title>
            <RejectTable rejects={batch.rejects} />
          </section>
        ) : null}
      </Stack>
    </article>
  );
}

/** Each count opens the requests behind it. */
function StateCounts({ batch }: { batch: BatchDetail }) {
  const { home, format } = useDesk();
  return (
    <div className={styles.counts}>
      {requestStates.map((state) => {
        const count = batch.counts[state];
        if (!count) return null;
        return (
          <Link
            key={state}
            className={styles.link}
            to={`${home}/requests${searchOf({ batchId: batch.id, states: [state] })}`}
          >
            <RequestStateChip state={state} /> {format.count(count)}
          </Link>
        );
      })}
    </div>
  );
}

function RetryFailed({ batchId }: { batchId: string }) {
  const { t } = useTranslation('desk');
  const { home } = useDesk();
  const fetcher = useFetcher<Refused>();
  return (
    <fetcher.Form method="post" action={`${home}/batches/${batchId}/retry`}>
      <Group>
        <Button
          type="submit"
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={fetcher.state !== 'idle'}
        >
          {t('batch.retry')}
        </Button>
        {fetcher.data?.error ? <RefusalNote error={fetcher.data.error} /> : null}
      </Group>
    </fetcher.Form>
  );
}

function Results({ batch }: { batch: BatchDetail }) {
  const { t } = useTranslation('desk');
  const { failureText } = useCarrierWords();
  const { home } = useDesk();
  return (
    <section>
      <Title order={2} mb={6}>
        {t('batch.results')}
      </Title>
      <Table.ScrollContainer minWidth={520}>
        <Table>
          <Table.Tbody>
            {batch.items.map((item) => (
              <Table.Tr key={item.id}>
                <Table.Td w={170}>
                  <RequestStateChip state={item.state} />
                </Table.Td>
                <Table.Td>
                  <Link className={styles.link} to={`${home}/requests/${item.id}`}>
                    {item.maskedNumber}
                  </Link>
                </Table.Td>
                <Table.Td>{item.who}</Table.Td>
                <Table.Td c="dimmed">{item.failure ? failureText(item.failure) : null}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {batch.next ? (
        <Anchor component={Link} to={`${home}/requests${searchOf({ batchId: batch.id })}`}>
          {t('batch.allInList')} →
        </Anchor>
      ) : null}
    </section>
  );
}
