import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import type { DebtorFilter } from './debtor-filter.ts';

/** A figure that opens the list behind it. */
export function DebtorsLink({ filter, children }: { filter: Partial<DebtorFilter>; children: ReactNode }) {
  const { slug } = useDesk().workplace;
  const query = new URLSearchParams(Object.entries(filter).map(([key, value]) => [key, String(value)]));
  return (
    <Anchor component={Link} to={`/t/${slug}/plan/debt/debtors?${query}`}>
      {children}
    </Anchor>
  );
}
