import { Table } from '@mantine/core';
import { Section } from '#app/components/page.tsx';

type Props = {
  title: string;
  note?: string;
  /** The heads of the value and of what it is compared with. */
  heads?: { value: string; before: string };
  rows: readonly { name: string; value: string; before?: string }[];
};

/** A few numbers with their names. */
export function FactTable({ title, note, heads, rows }: Props) {
  return (
    <Section title={title} note={note}>
      <Table maw={560} verticalSpacing={2}>
        {heads ? (
          <Table.Thead>
            <Table.Tr>
              <Table.Th />
              <Table.Th ta="right">{heads.value}</Table.Th>
              <Table.Th ta="right">{heads.before}</Table.Th>
            </Table.Tr>
          </Table.Thead>
        ) : null}
        <Table.Tbody>
          {rows.map(({ name, value, before }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right">{value}</Table.Td>
              {before === undefined ? null : <Table.Td ta="right">{before}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
