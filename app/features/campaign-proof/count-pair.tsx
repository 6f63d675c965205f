import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure } from './campaign-proof.ts';
import type { Proof } from './measure-proof.ts';
import styles from './share-picture.module.css';
import { useProofWords } from './use-proof-words.ts';

/** What is counted where nobody is left alone, beside what the campaign caused, and why they are not the same. */
export function CountPair({ proof, measure }: { proof: Proof; measure: Measure }) {
  const { t } = useTranslation('proof');
  const { people, range } = useProofWords();
  const { counted, caused } = proof;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="lg" maw={760}>
        <div>
          <Text c="dimmed">{t(`counted.${measure}`)}</Text>
          <div className={styles.figure}>{people(counted)}</div>
        </div>
        <div>
          <Text c="dimmed">{t(`caused.${measure}`)}</Text>
          <div className={styles.figure}>{caused ? people(caused.value) : '—'}</div>
          {caused ? <Text c="dimmed">{range(caused, people)}</Text> : null}
        </div>
      </SimpleGrid>
      <Text maw={760}>{t(`why.${measure}`)}</Text>
    </>
  );
}
