import { Anchor, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDesk } from '#app/components/use-desk.ts';
import { caseStates } from '#app/features/case/case.ts';
import { departureKinds } from '#app/features/churn/churn.ts';
import { useKeyWords } from '#app/features/report/use-key-words.ts';
import { requestKinds, requestStates } from '#app/features/request/request.ts';
import type { BehindView } from './list-behind.ts';

const calls = ['answered', 'abandoned', 'short'] as const;
const columns = ['number', 'at', 'channel', 'carrier', 'kind', 'state', 'line'] as const;
type OpenedColumn = (typeof columns)[number];

/** What is known of any of the rows: lines and debts have no number, reviews no carrier. */
export function columnsOf({ rows }: Pick<BehindView, 'rows'>): OpenedColumn[] {
  return columns.filter((column) => rows.some((row) => row[column] !== null));
}

type Props = { row: BehindView['rows'][number]; view: BehindView; shown: readonly OpenedColumn[] };

/** One row behind a number. Who works at the desk can open it there; the client company sees that it is. */
export function OpenedRow({ row, view, shown }: Props) {
  const { t } = useTranslation('behind');
  const { format, carrierTitle } = useDesk();
  const keyWords = useKeyWords();
  const words = useRowWords(view.opens);
  const { channel, carrier, line, at, isCounted } = row;
  const cells = {
    number: <RowLink row={row} view={view} />,
    at: format.stamp(at, view.now),
    channel: channel === null ? '' : keyWords('channel', channel),
    carrier: carrier === null || carrier === '-' ? '—' : carrierTitle(carrier),
    kind: words.kind(row.kind),
    state: words.state(row.state),
    line: line ?? '—',
  };
  return (
    <Table.Tr>
      {shown.map((column) => (
        <Table.Td key={column}>{cells[column]}</Table.Td>
      ))}
      {view.hasParts ? <Table.Td>{t(`counted.${isCounted ? 'yes' : 'no'}`)}</Table.Td> : null}
    </Table.Tr>
  );
}

/** Kinds and states are called as where such rows are worked at. */
function useRowWords(opens: BehindView['opens']) {
  const { t } = useTranslation(['behind', 'request', 'case', 'churn']);
  const keyWords = useKeyWords();
  return {
    kind: (name: string | null) => {
      const request = opens === 'requests' ? requestKinds.find((kind) => kind === name) : undefined;
      const departure = opens === 'lines' ? departureKinds.find((kind) => kind === name) : undefined;
      if (request) return t(`request:kind.${request}`);
      if (departure) return t(`churn:kind.${departure}`);
      return name === null ? '' : keyWords('kind', name);
    },
    state: (name: string | null) => {
      const request = opens === 'requests' ? requestStates.find((state) => state === name) : undefined;
      if (request) return t(`request:state.${request}`);
      const ofCase = caseStates.find((state) => state === name);
      const call = calls.find((one) => one === name);
      return ofCase ? t(`case:state.${ofCase}`) : call ? t(`call.${call}`) : '';
    },
  };
}

function RowLink({ row, view }: Pick<Props, 'row' | 'view'>) {
  const { t } = useTranslation('case');
  const { home } = useDesk();
  if (row.number === null) return null;
  const text = t('number', { number: row.number });
  const opens = view.opens === 'cases' || view.opens === 'requests' ? view.opens : null;
  if (!opens || !view.isOpenAtDesk) return <span data-row={row.id}>{text}</span>;
  return (
    <Anchor component={Link} to={`${home}/${opens}/${row.id}`} data-row={row.id}>
      {text}
    </Anchor>
  );
}
