import { Button, Group, NumberInput, Stack, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { FormAlert } from '#app/components/form-alert.tsx';
import { Page, Panel, Section, Split } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { readShop } from './read-shop.ts';

type Shop = Awaited<ReturnType<typeof readShop>>;

/** What points are exchanged for, and what became of one's wishes. */
export function ShopPage(shop: Shop) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const content = <ShopSections {...shop} />;
  return (
    <Page
      title={t('shop.title')}
      note={t('shop.note')}
      back={{ to: `${home}/game`, label: t('title') }}
      actions={<Text fw={600}>{t('shop.balance', { points: t('points', { count: shop.balance }) })}</Text>}
    >
      {shop.maySet ? <Split panel={<RewardForm />}>{content}</Split> : content}
    </Page>
  );
}

function ShopSections({ rewards, orders, asked, mayAnswer, maySet, balance }: Shop) {
  const { t } = useTranslation('game');
  return (
    <>
      {mayAnswer && asked.length > 0 ? (
        <Section title={t('shop.asked')}>
          <AskedTable asked={asked} />
        </Section>
      ) : null}
      {rewards.length === 0 ? <Text c="dimmed">{t('shop.empty')}</Text> : null}
      <Table>
        <Table.Tbody>
          {rewards.map((reward) => (
            <RewardRow key={reward.id} reward={reward} balance={balance} maySet={maySet} />
          ))}
        </Table.Tbody>
      </Table>
      <Section title={t('shop.mine')}>
        {orders.length === 0 ? <Text c="dimmed">{t('shop.noOrders')}</Text> : <OrderTable orders={orders} />}
      </Section>
    </>
  );
}

type RewardProps = { reward: Shop['rewards'][number]; balance: number; maySet: boolean };

function RewardRow({ reward: { id, title, note, price, left, orderId }, balance, maySet }: RewardProps) {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const amount = (count: number) => t('points', { count });
  const action = `${home}/game/rewards/${id}`;
  return (
    <Table.Tr>
      <Table.Td>
        {title}
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {amount(price)}
        <Text size="xs" c="dimmed">
          {left > 0 ? t('shop.left', { count: left }) : t('shop.gone')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          {left > 0 && balance >= price ? (
            <ActionButton
              action={`${action}/orders`}
              fields={{ orderId }}
              label={t('shop.order')}
              confirm={t('shop.orderSure', { points: amount(price) })}
            />
          ) : null}
          {left > 0 && balance < price ? (
            <Text size="sm" c="dimmed">
              {t('shop.lack', { points: amount(price - balance) })}
            </Text>
          ) : null}
          {maySet ? (
            <ActionButton
              action={`${action}/retirement`}
              label={t('shop.retire')}
              confirm={t('shop.retireSure')}
              variant="subtle"
            />
          ) : null}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function AskedTable({ asked }: Pick<Shop, 'asked'>) {
  const { t } = useTranslation('game');
  const { home, format, now } = useDesk();
  return (
    <Table>
      <Table.Tbody>
        {asked.map(({ id, name, title, price, at }) => (
          <Table.Tr key={id}>
            <Table.Td>
              {title}
              <Text size="xs" c="dimmed">
                {name}, {format.stamp(at, now)}
              </Text>
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
              {t('points', { count: price })}
            </Table.Td>
            <Table.Td>
              <Group gap={4} justify="flex-end">
                {(['approved', 'declined'] as const).map((answer) => (
                  <ActionButton
                    key={answer}
                    action={`${home}/game/orders/${id}/answer`}
                    fields={{ answer }}
                    label={t(answer === 'approved' ? 'shop.approve' : 'shop.decline')}
                    variant={answer === 'approved' ? 'default' : 'subtle'}
                  />
                ))}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function OrderTable({ orders }: Pick<Shop, 'orders'>) {
  const { t } = useTranslation('game');
  const { format, now } = useDesk();
  return (
    <Table>
      <Table.Tbody>
        {orders.map(({ id, title, price, state, at }) => (
          <Table.Tr key={id}>
            <Table.Td>{format.stamp(at, now)}</Table.Td>
            <Table.Td>{title}</Table.Td>
            <Table.Td ta="right">{t('points', { count: price })}</Table.Td>
            <Table.Td>{t(`shop.state.${state}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RewardForm() {
  const { t } = useTranslation('game');
  const { home } = useDesk();
  const fetcher = useFetcher();
  const fault = useFaults(fetcher.data);
  return (
    <Panel title={t('shop.add')}>
      <fetcher.Form method="post" action={`${home}/game/rewards`} noValidate>
        <Stack gap="sm">
          <FormAlert text={fault('form')} />
          <TextInput name="title" label={t('shop.name')} error={fault('title')} />
          <TextInput name="note" label={t('shop.details')} error={fault('note')} />
          <NumberInput name="price" label={t('shop.price')} min={1} error={fault('price')} />
          <NumberInput name="stock" label={t('shop.stock')} min={1} error={fault('stock')} />
          <Button type="submit" loading={fetcher.state !== 'idle'}>
            {t('shop.put')}
          </Button>
        </Stack>
      </fetcher.Form>
    </Panel>
  );
}
