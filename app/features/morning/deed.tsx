import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';

/** What can be done about a line. `to`: within the client company's desk, `plan/shifts`. */
export function Deed({ to, children }: { to: string; children: ReactNode }) {
  const { workplace } = useDesk();
  return (
    <Anchor component={Link} size="sm" style={{ whiteSpace: 'nowrap' }} to={`/t/${workplace.slug}/${to}`}>
      {children}
    </Anchor>
  );
}
