import { Button, Group, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFetcher } from 'react-router';
import { ActionButton } from '#app/components/action-button.tsx';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Section, Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { useFaults } from '#app/components/use-faults.ts';
import type { ReportMailView } from './read-report-mail.ts';

type Addresses = ReportMailView['addresses'];

/** The addresses for reports: which have confirmed, and the way to ask another. */
export function AddressSection({ addresses, place }: { addresses: Addresses; place: string }) {
  const { t } = useTranslation('reportMail');
  return (
    <Section title={t('addresses')}>
      {addresses.length === 0 ? (
        <NothingHere text={t('addressesNone')} hint={t('addressesHint')} />
      ) : (
        <Wide label={t('addresses')}>
          <Table w="auto" verticalSpacing={4}>
            <Table.Tbody>
              {addresses.map((one) => (
                <AddressRow key={one.id} one={one} place={place} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      <AddressForm place={place} />
    </Section>
  );
}

function AddressRow({
  one: { id, address, language, state, at },
  place,
}: {
  one: Addresses[number];
  place: string;
}) {
  const { t } = useTranslation('reportMail');
  const { format } = useDesk();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {address}
      </Table.Th>
      <Table.Td>{t(`state.${state}`, { at: format.moment(at) })}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {state === 'confirmed' ? null : (
            <ActionButton
              action={place}
              fields={{ address, language }}
              label={t('askAgain')}
              variant="subtle"
            />
          )}
          {state === 'ended' ? null : (
            <ActionButton
              action={`${place}/${id}/ending`}
              label={t('take')}
              confirm={t('takeConfirm')}
              variant="subtle"
            />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function AddressForm({ place }: { place: string }) {
  const { t, i18n } = useTranslation('reportMail');
  const fetcher = useFetcher<{ done?: unknown }>();
  const fault = useFaults(fetcher.data);
  const form = useRef<HTMLFormElement>(null);
  const isDone = fetcher.data?.done !== undefined;
  useEffect(() => {
    if (isDone) form.current?.reset();
  }, [isDone]);
  return (
    <fetcher.Form ref={form} method="post" action={place} noValidate>
      <Group align="end" gap="sm">
        <TextInput name="address" type="email" label={t('address')} miw={260} error={fault('address')} />
        <NativeSelect
          size="sm"
          name="language"
          label={t('language')}
          defaultValue={i18n.language === 'en' ? 'en' : 'ru'}
          data={(['ru', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <Button type="submit" variant="default" loading={fetcher.state !== 'idle'}>
          {t('add')}
        </Button>
      </Group>
      <Text c="red" size="sm" role="alert">
        {fault('form')}
      </Text>
    </fetcher.Form>
  );
}
