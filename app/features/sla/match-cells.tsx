import { MultiSelect, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { caseKinds, priorities } from '#app/features/case/case.ts';
import { channels } from '#app/features/contact/contact.ts';
import { type ContractRule, segments } from './contract.ts';

type Match = ContractRule['match'];

/** Four cells: which channels, kinds, priorities and segments. An empty one is any. */
export function MatchCells({ match, onChange }: { match: Match; onChange(match: Match): void }) {
  const { t } = useTranslation(['sla', 'case', 'desk']);
  const chosen = <T extends string>(known: readonly T[], values: string[]) =>
    known.filter((one) => values.includes(one));
  const look = { size: 'xs', placeholder: undefined, clearable: false } as const;
  return (
    <>
      <Table.Td>
        <MultiSelect
          {...look}
          aria-label={t('contract.channels')}
          placeholder={match.channels.length ? '' : t('contract.any')}
          data={channels.map((value) => ({ value, label: t(`case:channel.${value}`) }))}
          value={match.channels}
          onChange={(values) => onChange({ ...match, channels: chosen(channels, values) })}
        />
      </Table.Td>
      <Table.Td>
        <MultiSelect
          {...look}
          aria-label={t('contract.kinds')}
          placeholder={match.kinds.length ? '' : t('contract.any')}
          data={caseKinds.map((value) => ({ value, label: t(`case:kind.${value}`) }))}
          value={match.kinds}
          onChange={(values) => onChange({ ...match, kinds: chosen(caseKinds, values) })}
        />
      </Table.Td>
      <Table.Td>
        <MultiSelect
          {...look}
          aria-label={t('contract.priorities')}
          placeholder={match.priorities.length ? '' : t('contract.any')}
          data={priorities.map((value) => ({ value, label: t(`case:priority.${value}`) }))}
          value={match.priorities}
          onChange={(values) => onChange({ ...match, priorities: chosen(priorities, values) })}
        />
      </Table.Td>
      <Table.Td>
        <MultiSelect
          {...look}
          aria-label={t('contract.segments')}
          placeholder={match.segments.length ? '' : t('contract.any')}
          data={segments.map((value) => ({ value, label: t(`desk:card.kindOf.${value}`) }))}
          value={match.segments}
          onChange={(values) => onChange({ ...match, segments: chosen(segments, values) })}
        />
      </Table.Td>
    </>
  );
}

export const matchColumns = ['channels', 'kinds', 'priorities', 'segments'] as const;
