import { Button, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { useSubjectText } from '#app/features/request/use-subject-text.ts';
import styles from './batch-page.module.css';
import type { BatchItem } from './read-batch.ts';

/** The latest batches and how far each is. */
export function BatchListPage({ batches }: { batches: BatchItem[] }) {
  const { t } = useTranslation(['desk', 'request']);
  const { home, format, now } = useDesk();
  const subjectText = useSubjectText();
  return (
    <div className={styles.page}>
      <Group justify="space-between" py="sm">
        <Title order={1}>{t('batch.title')}</Title>
        <Button component={Link} to={`${home}/batches/new`} leftSection={<IconPlus size={16} />}>
          {t('batch.new')}
        </Button>
      </Group>
      {batches.length === 0 ? (
        <Stack gap={4} align="center" py={64} ta="center">
          <Text fw={600}>{t('batch.empty')}</Text>
          <Text c="dimmed">{t('batch.emptyHint')}</Text>
        </Stack>
      ) : (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Tbody>
              {batches.map((batch) => (
                <Table.Tr key={batch.id}>
                  <Table.Td>
                    <Link className={styles.link} to={`${home}/batches/${batch.id}`} prefetch="intent">
                      {batch.title}
                    </Link>
                  </Table.Td>
                  <Table.Td>
                    {t(`request:kind.${batch.kind}`)} {subjectText(batch.subject)}
                  </Table.Td>
                  <Table.Td w={220}>
                    <BatchProgress {...batch.progress} />
                  </Table.Td>
                  <Table.Td c="dimmed">{batch.author}</Table.Td>
                  <Table.Td c="dimmed" ta="right">
                    {format.stamp(batch.createdAt, now)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </div>
  );
}

/** Done in green, failed in red, the rest still to come. */
export function BatchProgress({ all, done, failed }: BatchItem['progress']) {
  const { t } = useTranslation('desk');
  const { format } = useDesk();
  const share = (n: number) => (all ? (100 * n) / all : 0);
  const text = t('batch.progress', { done: format.count(done), all: format.count(all) });
  return (
    <div>
      <Progress.Root size={6} transitionDuration={150}>
        <Progress.Section value={share(done - failed)} color="green.8" aria-label={text} />
        <Progress.Section value={share(failed)} color="red.8" aria-hidden />
      </Progress.Root>
      <Text size="xs" c="dimmed">
        {text}
      </Text>
    </div>
  );
}
