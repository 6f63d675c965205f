import { Alert, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCarrierWords } from '#app/components/use-carrier-words.ts';
import type { PracticeOutcome } from './practise.ts';

const hourMs = 3_600_000;

/** How the exercise ended, and what came of the past request it was made of. */
export function PracticeEnd({ outcome }: { outcome: PracticeOutcome }) {
  const { t, i18n } = useTranslation(['admission', 'request']);
  const { failureText } = useCarrierWords();
  const { kind, item, isWell, isSent, isWished, end, endFailure, instructions, past } = outcome;
  const wish = item ? `${t(`request:kind.${kind}`)}: ${item}` : t(`request:kind.${kind}`);
  const hours = Math.max(1, Math.round(past.tookMs / hourMs));
  return (
    <Alert
      color={isWell ? 'green' : 'orange'}
      role="status"
      title={t(isWell ? 'practice.well' : 'practice.otherwise')}
    >
      {isSent && !isWished ? <Text>{t('practice.wished', { wish })}</Text> : null}
      <Text>{t(`practice.${isSent ? 'sent' : 'would'}.${end}`)}</Text>
      {endFailure ? <Text c="dimmed">{failureText(endFailure)}</Text> : null}
      {instructions ? (
        <Text style={{ whiteSpace: 'pre-line' }}>
          {i18n.language === 'en' ? instructions.en : instructions.ru}
        </Text>
      ) : null}
      <Text mt="xs" c="dimmed">
        {t('practice.past', { result: t(`practice.results.${past.result}`) })}
        {past.result === 'done'
          ? `, ${t(past.tookMs < hourMs ? 'practice.soon' : 'practice.took', { count: hours })}`
          : null}
        {past.failure ? `: ${failureText(past.failure)}` : null}
      </Text>
    </Alert>
  );
}
