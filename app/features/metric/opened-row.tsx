import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { caseStates } from '#app/features/case/case.ts';
import { useKeyWords } from '#app/features/report/use-key-words.ts';
import { requestKinds, requestStates } from '#app/features/request/request.ts';
import type { BehindView } from './list-behind.ts';

const unnumbered = ['contacts', 'reviews', 'lines', 'debts'] as const;
const calls = ['answered', 'abandoned', 'short'] as const;

type Props = { row: BehindView['rows'][number]; view: BehindView };

/** One row behind a number. Who works at the desk can open it there; the client company sees that it is. */
export function OpenedRow({ row, view }: Props) {
  const { t } = useTranslation(['behind', 'request', 'case']);
  const { format, carrierTitle } = useDesk();
  const keyWords = useKeyWords();
  const { channel, carrier, line, at, isCounted } = row;
  const requestKind = requestKinds.find((kind) => kind === row.kind);
  const requestState = requestStates.find((state) => state === row.state);
  const caseState = caseStates.find((state) => state === row.state);
  const call = calls.find((one) => one === row.state);
  const kindWords = () => {
    if (requestKind && view.opens === 'requests') return t(`request:kind.${requestKind}`);
    return row.kind === null ? '' : keyWords('kind', row.kind);
  };
  const stateWords = () => {
    if (view.opens === 'requests' && requestState) return t(`request:state.${requestState}`);
    if (view.opens !== 'requests' && caseState) return t(`case:state.${caseState}`);
    return call ? t(`call.${call}`) : '';
  };
  const cells = [
    format.stamp(at, view.now),
    channel === null ? '' : keyWords('channel', channel),
    carrier === null || carrier === '-' ? '—' : carrierTitle(carrier),
    kindWords(),
    stateWords(),
    line ?? '—',
    ...(view.hasParts ? [t(`counted.${isCounted ? 'yes' : 'no'}`)] : []),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <RowLink row={row} view={view} />
      </Table.Td>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand where they stand
        <Table.Td key={place}>{cell}</Table.Td>
      ))}
    </Table.Tr>
  );
}

function RowLink({ row, view }: Props) {
  const { t } = useTranslation(['behind', 'case']);
  const { home } = useDesk();
  const kind = unnumbered.find((one) => one === view.opens) ?? 'contacts';
  const text = row.number === null ? t(`row.${kind}`) : t('case:number', { number: row.number });
  const opens = view.opens === 'cases' || view.opens === 'requests' ? view.opens : null;
  if (!opens || !view.isOpenAtDesk) return <span data-row={row.id}>{text}</span>;
  return (
    <Anchor component={Link} to={`${home}/${opens}/${row.id}`} data-row={row.id}>
      {text}
    </Anchor>
  );
}
