import { Anchor, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NothingHere } from '#app/components/nothing-here.tsx';
import { Page, Wide } from '#app/components/page.tsx';
import type { TermsView } from './read-plan-settings.ts';
import { type AvailableTime, weekdays } from './shift.ts';
import { TermsDialog } from './terms-dialog.tsx';

/** On what terms everybody works: who has none yet is not planned. */
export function TermsPage({ people, mayWrite, timeZone }: TermsView) {
  const { t } = useTranslation('shift');
  const [opened, setOpened] = useState<TermsView['people'][number] | null>(null);
  return (
    <Page title={t('terms.title')} note={t('terms.note')}>
      {people.length === 0 ? (
        <NothingHere text={t('terms.none')} hint={t('terms.noneHint')} />
      ) : (
        <Wide label={t('terms.title')}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('person')}</Table.Th>
                <Table.Th>{t('terms.week')}</Table.Th>
                <Table.Th>{t('terms.accounting')}</Table.Th>
                <Table.Th>{t('terms.zone')}</Table.Th>
                <Table.Th>{t('terms.available')}</Table.Th>
                <Table.Th>{t('terms.protections')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {people.map((person) => (
                <TermsRow
                  key={person.userId}
                  person={person}
                  mayWrite={mayWrite}
                  onOpen={() => setOpened(person)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
      {opened ? <TermsDialog person={opened} timeZone={timeZone} onClose={() => setOpened(null)} /> : null}
    </Page>
  );
}

type RowProps = { person: TermsView['people'][number]; mayWrite: boolean; onOpen(): void };

function TermsRow({ person: { name, terms }, mayWrite, onOpen }: RowProps) {
  const { t } = useTranslation('shift');
  const availableText = useAvailableText();
  return (
    <Table.Tr {...(terms ? {} : { c: 'dimmed' })}>
      <Table.Td>
        {mayWrite ? (
          <Anchor component="button" type="button" onClick={onOpen}>
            {name}
          </Anchor>
        ) : (
          name
        )}
      </Table.Td>
      <Table.Td>
        {terms
          ? t('agreed', { min: terms.weekMinutesMin / 60, max: terms.weekMinutesMax / 60 })
          : t('terms.notPlanned')}
      </Table.Td>
      <Table.Td>
        {terms
          ? t(terms.accountingMonths === 0 ? 'terms.weekly' : 'terms.months', {
              count: terms.accountingMonths,
            })
          : ''}
      </Table.Td>
      <Table.Td>{terms?.timeZone}</Table.Td>
      <Table.Td>{terms ? availableText(terms.available) : ''}</Table.Td>
      <Table.Td>{terms?.protections.map(({ kind }) => t(`protection.${kind}`)).join(', ')}</Table.Td>
    </Table.Tr>
  );
}

/** «Пн–Пт 09:00–18:00; Сб 10:00–16:00», or that there is no such limit. */
function useAvailableText(): (times: readonly AvailableTime[]) => string {
  const { t } = useTranslation('shift');
  const nameOf = (weekday: number) => t(`weekday.${weekdays[weekday - 1] ?? 'mon'}`);
  const daysText = (days: readonly number[]) => {
    const [first = 1, last = first] = [days[0], days.at(-1)];
    const isRun = days.length > 2 && last - first + 1 === days.length;
    return isRun ? `${nameOf(first)}–${nameOf(last)}` : days.map(nameOf).join(', ');
  };
  return (times) =>
    times.length === 0
      ? t('terms.anyTime')
      : times.map(({ weekdays: days, from, to }) => `${daysText(days)} ${from}–${to}`).join('; ');
}
