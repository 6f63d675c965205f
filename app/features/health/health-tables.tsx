import { Badge, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import ruAdmin from '#app/locales/ru/admin.ts';
import type { Health } from '#app/platform/health.ts';

const breakerColours = { closed: 'green', 'half-open': 'yellow', open: 'red' };

type AccountsProps = Pick<Health, 'accounts'> & { carriers: Record<string, string> };

export function AccountsHealth({ accounts, carriers }: AccountsProps) {
  const { t } = useTranslation('admin');
  if (accounts.length === 0)
    return (
      <Section title={t('health.accounts')}>
        <Text c="dimmed">{t('health.noAccounts')}</Text>
      </Section>
    );
  const heads = [t('health.account'), t('health.breaker'), t('health.inFlight'), t('health.waiting')];
  return (
    <Figures title={t('health.accounts')} heads={heads}>
      {accounts.map(({ id, tenant, carrier, title, breaker, inFlight, waiting }) => (
        <Table.Tr key={id}>
          <Table.Td>
            {carriers[carrier] ?? carrier} · {title}
            <Text c="dimmed" size="xs">
              {tenant}
            </Text>
          </Table.Td>
          <Table.Td>
            <Badge color={breakerColours[breaker]} variant="dot" tt="none">
              {t(`health.${breaker}`)}
            </Badge>
          </Table.Td>
          <Table.Td>{inFlight}</Table.Td>
          <Table.Td>{waiting}</Table.Td>
        </Table.Tr>
      ))}
    </Figures>
  );
}

export function TenantsHealth({ tenants, now }: Pick<Health, 'tenants'> & { now: Date }) {
  const { t } = useTranslation('admin');
  const heads = [
    t('people.tenant'),
    t('health.due'),
    t('health.dueFor'),
    t('health.unconfirmed'),
    t('health.unconfirmedFor'),
    t('health.parked'),
  ];
  return (
    <Figures title={t('health.tenants')} heads={heads}>
      {tenants.map(({ id, name, outboxDue, oldestDueAt, unconfirmed, oldestUnconfirmedAt, parked }) => (
        <Table.Tr key={id}>
          <Table.Td>{name}</Table.Td>
          <Table.Td>{outboxDue}</Table.Td>
          <Table.Td>
            <Age since={oldestDueAt} now={now} />
          </Table.Td>
          <Table.Td>{unconfirmed}</Table.Td>
          <Table.Td>
            <Age since={oldestUnconfirmedAt} now={now} />
          </Table.Td>
          <Table.Td>{parked}</Table.Td>
        </Table.Tr>
      ))}
    </Figures>
  );
}

type QueueName = keyof typeof ruAdmin.health.queueName;
const isNamed = (name: string): name is QueueName => Object.hasOwn(ruAdmin.health.queueName, name);

export function QueuesHealth({ queues }: Pick<Health, 'queues'>) {
  const { t } = useTranslation('admin');
  const heads = [t('health.queue'), t('health.waiting'), t('health.active'), t('health.failed')];
  return (
    <Figures title={t('health.queues')} heads={heads}>
      {queues.map(({ name, waiting, active, failed }) => (
        <Table.Tr key={name}>
          <Table.Td>{isNamed(name) ? t(`health.queueName.${name}`) : name}</Table.Td>
          <Table.Td>{waiting}</Table.Td>
          <Table.Td>{active}</Table.Td>
          <Table.Td>{failed}</Table.Td>
        </Table.Tr>
      ))}
    </Figures>
  );
}

function Figures({ title, heads, children }: { title: string; heads: string[]; children: ReactNode }) {
  return (
    <Section title={title}>
      <Wide label={title}>
        <Table maw={900}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                <Table.Th key={place}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

/** How long ago, in the largest whole unit. */
function Age({ since, now }: { since: Date | null; now: Date }) {
  const { i18n } = useTranslation();
  if (!since) return null;
  const seconds = Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000));
  const [value, unit] =
    seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  const format = new Intl.NumberFormat(i18n.language, {
    style: 'unit',
    unit: `${unit}`,
    maximumFractionDigits: 0,
  });
  return format.format(Number(value));
}
