import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import { type DebtorFilter, suspensionFilters } from './debtor-filter.ts';
import { DebtorsLink } from './debtors-link.tsx';
import type { Board } from './read-board.ts';
import { recentDays } from './recent-days.ts';
import { useRuleWords } from './use-rule-words.ts';

/** Who goes up the ladder now, and who is held on it. */
export function HoldSection({ holds }: Pick<Board, 'holds'>) {
  const { t } = useTranslation('debtBoard');
  return (
    <Counted title={t('holds.title')} none={t('holds.none')}>
      {holds.map(({ hold, people }) => (
        <Count
          key={hold}
          name={t(`holds.${hold ?? 'going'}`)}
          count={people}
          filter={{ hold: hold ?? 'none' }}
        />
      ))}
    </Counted>
  );
}

export function SuspensionSection({ suspensions }: Pick<Board, 'suspensions'>) {
  const { t } = useTranslation('debtBoard');
  return (
    <Counted title={t('suspensions.title')} none={t('suspensions.none')}>
      {suspensionFilters.flatMap((state) =>
        suspensions
          .filter((one) => one.state === state)
          .map(({ debts }) => (
            <Count
              key={state}
              name={t(`suspensions.${state}`)}
              count={debts}
              filter={{ suspension: state }}
            />
          )),
      )}
    </Counted>
  );
}

export function RefusalSection({ refusals }: Pick<Board, 'refusals'>) {
  const { t } = useTranslation('debtBoard');
  const wordsOf = useRuleWords();
  return (
    <Counted title={t('refusals.title', { days: recentDays.refusals })} none={t('refusals.none')}>
      {refusals.map(({ rule, debts }) => (
        <Count key={rule} name={wordsOf(rule)} count={debts} filter={{ refused: rule }} />
      ))}
    </Counted>
  );
}

function Counted({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <Section title={title}>
      {children.length === 0 ? (
        <Text c="dimmed">{none}</Text>
      ) : (
        <Table maw={520} verticalSpacing={4}>
          <Table.Tbody>{children}</Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function Count({ name, count, filter }: { name: string; count: number; filter: Partial<DebtorFilter> }) {
  const { format } = useDesk();
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right">
        <DebtorsLink filter={filter}>{format.count(count)}</DebtorsLink>
      </Table.Td>
    </Table.Tr>
  );
}
