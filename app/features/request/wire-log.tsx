import { Accordion, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import type { RequestDetail } from './read-request-detail.ts';
import styles from './request-page.module.css';

type Records = NonNullable<RequestDetail['wire']>;

/** Every exchange with the carrier for this request, as it went over the wire, secrets and numbers struck out. */
export function WireLog({ records }: { records: Records }) {
  const { t } = useTranslation('request');
  const { format } = useDesk();
  if (!records.length) return <Text c="dimmed">{t('wire.empty')}</Text>;
  return (
    <Accordion variant="default" multiple chevronPosition="left" transitionDuration={0}>
      {records.map((record) => (
        <Accordion.Item key={record.id} value={record.id}>
          <Accordion.Control>
            <Group gap="md" wrap="nowrap">
              <Text span size="sm" c="dimmed">
                {format.clock(record.at)}
              </Text>
              <Text span size="sm" ff="monospace" truncate flex={1}>
                {record.operation}
              </Text>
              <Text span size="sm" c={record.failure ? 'red' : 'dimmed'}>
                {record.failure ?? t('wire.ms', { ms: format.count(record.durationMs) })}
              </Text>
            </Group>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="xs" c="dimmed">
              {t('wire.sent')}
            </Text>
            <pre className={styles.wire}>{record.sent}</pre>
            <Text size="xs" c="dimmed" mt="xs">
              {t('wire.received')}
            </Text>
            <pre className={styles.wire}>{record.received ?? t('wire.nothing')}</pre>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
