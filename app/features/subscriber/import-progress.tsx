import { Alert, Button, Group, Progress, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import { useCentreFormat } from '#app/components/use-centre-format.ts';
import ruAdmin from '#app/locales/ru/admin.ts';
import { rejectionCsv } from './rejection-csv.ts';
import type { ImportState } from './use-import.ts';

const shown = 200;
const counts = ['rows', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** How far an import is, how it ended, and what was not taken in. */
export function ImportProgress({ isRunning, report, rejected, ending }: ImportState) {
  const { t } = useTranslation('admin');
  const format = useCentreFormat();
  return (
    <>
      {isRunning ? <Progress value={100} animated size="sm" aria-label={t('imports.running')} /> : null}
      {ending ? <Ending ending={ending} hasRejected={rejected.length > 0} /> : null}
      {report ? (
        <Wide label={t('imports.rows')}>
          <Table maw={560} aria-live="polite">
            <Table.Thead>
              <Table.Tr>
                {counts.map((name) => (
                  <Table.Th key={name}>{t(`imports.${name}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr>
                {counts.map((name) => (
                  <Table.Td key={name}>{format.count(report[name])}</Table.Td>
                ))}
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Wide>
      ) : null}
      {rejected.length > 0 ? <Rejections rejected={rejected} /> : null}
    </>
  );
}

type EndingProps = { ending: NonNullable<ImportState['ending']>; hasRejected: boolean };

function Ending({ ending, hasRejected }: EndingProps) {
  const { t } = useTranslation('admin');
  if (ending.type === 'done') {
    return (
      <Alert color={hasRejected ? 'yellow' : 'green'} role="status" p="xs">
        {t(hasRejected ? 'imports.doneInPart' : 'imports.done')}
      </Alert>
    );
  }
  const refusal = ending.type === 'broken' ? { code: 'broken' as const } : ending.refusal;
  const columns =
    'columns' in refusal ? refusal.columns.map((column) => t(`imports.column.${column}`)).join(', ') : '';
  const header = 'header' in refusal ? refusal.header.join(', ') : '';
  const column = 'column' in refusal ? t(`imports.column.${refusal.column}`) : '';
  const row = 'row' in refusal ? refusal.row : 0;
  const name = 'name' in refusal ? refusal.name : '';
  return (
    <Alert color="red" role="alert" p="xs">
      {t(`imports.refused.${refusal.code}`, { columns, header, column, row, name })}
    </Alert>
  );
}

type ColumnKey = keyof typeof ruAdmin.imports.column;
const isColumn = (field: string): field is ColumnKey => Object.hasOwn(ruAdmin.imports.column, field);

function Rejections({ rejected }: Pick<ImportState, 'rejected'>) {
  const { t } = useTranslation('admin');
  const header = [t('imports.row'), t('imports.field'), t('imports.value'), t('imports.why')];
  const named = rejected.map((each) => {
    return { ...each, field: isColumn(each.field) ? t(`imports.column.${each.field}`) : each.field };
  });
  function download() {
    const address = URL.createObjectURL(new Blob([rejectionCsv(header, named)], { type: 'text/csv' }));
    Object.assign(document.createElement('a'), { href: address, download: 'rejected.csv' }).click();
    URL.revokeObjectURL(address);
  }
  return (
    <Section title={t('imports.rejections')}>
      {rejected.length > shown ? (
        <Text c="dimmed">{t('imports.more', { shown, all: rejected.length })}</Text>
      ) : null}
      <Group>
        <Button variant="default" onClick={download}>
          {t('imports.download')}
        </Button>
      </Group>
      <Wide label={t('imports.rejections')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {header.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {named.slice(0, shown).map(({ row, field, value, why }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the report only grows at its end
              <Table.Tr key={place}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{field}</Table.Td>
                <Table.Td>{value}</Table.Td>
                <Table.Td>{why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
