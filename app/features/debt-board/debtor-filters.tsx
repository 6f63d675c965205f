import { Button, Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { arms } from '#app/features/ladder/ladder.ts';
import { type DebtorFilter, holdFilters, promiseFilters, suspensionFilters } from './debtor-filter.ts';
import { overdueBuckets } from './overdue-buckets.ts';
import { useRuleWords } from './use-rule-words.ts';

type Choice = { value: string; label: string };

/** What the list is narrowed by; the address always says it. */
export function DebtorFilters({ filter }: { filter: DebtorFilter }) {
  const { t } = useTranslation('debtBoard');
  const [, setQuery] = useSearchParams();
  const choices = useChoices(filter);
  const set = (key: keyof DebtorFilter, value: string) => {
    const kept = Object.entries({ ...filter, [key]: value }).filter(([, one]) => one !== '');
    setQuery(new URLSearchParams(kept));
  };
  return (
    <Group align="end" gap="sm">
      {choices.map(({ key, list }) => (
        <NativeSelect
          key={key}
          size="xs"
          label={t(`debtors.${key}`)}
          data={[{ value: '', label: t('debtors.any') }, ...list]}
          value={filter[key] ?? ''}
          onChange={(event) => set(key, event.currentTarget.value)}
        />
      ))}
      {Object.keys(filter).length > 0 ? (
        <Button size="xs" variant="subtle" onClick={() => setQuery(new URLSearchParams())}>
          {t('debtors.clear')}
        </Button>
      ) : null}
    </Group>
  );
}

function useChoices(filter: DebtorFilter): { key: keyof DebtorFilter; list: Choice[] }[] {
  const { refused, asOf, until, went, due, paid, foretold, tried, brought } = filter;
  const { t } = useTranslation('debtBoard');
  const { carriers, format } = useDesk();
  const day = (on: string) => format.fullDay(new Date(`${on}T12:00:00Z`));
  const given = (key: keyof DebtorFilter, value: string | undefined, label: string) =>
    value ? [{ key, list: [{ value, label }] }] : [];
  const ruleOf = useRuleWords();
  return [
    { key: 'bucket', list: overdueBuckets.map((value) => ({ value, label: t(`bucket.${value}`) })) },
    { key: 'carrier', list: Object.entries(carriers).map(([value, label]) => ({ value, label })) },
    { key: 'arm', list: arms.map((value) => ({ value, label: t(`arms.${value}`) })) },
    { key: 'hold', list: holdFilters.map((value) => ({ value, label: t(`debtors.holdOf.${value}`) })) },
    {
      key: 'suspension',
      list: suspensionFilters.map((value) => ({ value, label: t(`suspensions.${value}`) })),
    },
    {
      key: 'promise',
      list: promiseFilters.map((value) => ({ value, label: t(`debtors.promiseOf.${value}`) })),
    },
    // The board leads here by a rule; of all there are a list would be long, and most of it empty.
    ...(refused ? given('refused', refused, ruleOf(refused)) : []),
    ...(asOf ? given('asOf', asOf, day(asOf)) : []),
    ...(until ? given('until', until, day(until)) : []),
    ...(went ? given('went', went, t(`debtors.wentOf.${went}`)) : []),
    ...(due ? given('due', due, `${due.slice(5)}.${due.slice(0, 4)}`) : []),
    ...(paid ? given('paid', paid, t('debtors.paidLate')) : []),
    ...(foretold ? given('foretold', foretold, t('debtors.foretoldLate')) : []),
    ...(tried ? given('tried', tried, t(`arms.${tried}`)) : []),
    ...(brought ? given('brought', brought, t('debtors.broughtPaid')) : []),
  ];
}
