import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Wide } from '#app/components/page.tsx';
import type { ProofView } from './read-proof.ts';
import { useProofWords } from './use-proof-words.ts';

/** How many were reached, what it cost, and what one costs who stayed because of it. */
export function SpentSection({ view: { people, spent, proof } }: { view: ProofView }) {
  const { t } = useTranslation('proof');
  const words = useProofWords();
  const reached = people.treated === 0 ? 0 : people.reached / people.treated;
  const rows = [
    [t('spent.treated'), words.people(people.treated)],
    [t('spent.reached'), `${words.people(people.reached)} (${words.percent(reached)})`],
    [t('spent.contacts'), `${words.people(spent.contacts)}, ${words.money(spent.contactsKopecks)}`],
    [t('spent.offers'), `${words.people(spent.offers)}, ${words.money(spent.offersKopecks)}`],
    [t('spent.all'), words.money(spent.kopecks)],
    ...(proof ? [[t('spent.perSave'), words.cost(proof)]] : []),
  ];
  return (
    <Section title={t('spent.title')} note={t('spent.note')}>
      <Wide label={t('spent.title')}>
        <Table verticalSpacing={4} maw={560}>
          <Table.Tbody>
            {rows.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400} style={{ whiteSpace: 'normal' }}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">{value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}
