import { Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Measure, Verdict } from './campaign-proof.ts';
import type { Proof } from './measure-proof.ts';
import { useProofWords } from './use-proof-words.ts';

const icons = {
  works: IconCircleCheck,
  harms: IconAlertTriangle,
  'not-proven': IconQuestionMark,
  'too-early': IconClock,
} satisfies Record<Verdict, unknown>;

/** The verdict as a word with its sign. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('proof');
  const Icon = icons[verdict];
  return (
    <span style={{ display: 'inline-flex', gap: 6, alignItems: 'center' }}>
      <Icon size={16} aria-hidden />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

/** What was proven, in one sentence; a harm is said as plainly as a success. */
export function VerdictLine({ proof, measure }: { proof: Proof; measure: Measure }) {
  const { t } = useTranslation('proof');
  const { points, range } = useProofWords();
  const { effect, smallest, verdict } = proof;
  if (!effect) return <Text size="lg">{t('said.noControl')}</Text>;
  const size = points(Math.abs(effect.value));
  const sentence =
    verdict === 'not-proven'
      ? t('said.not-proven', { range: range(effect, points) })
      : t(`said.${verdict === 'harms' ? 'harms' : 'works'}.${measure}`, {
          size,
          range: range(verdict === 'harms' ? { low: -effect.high, high: -effect.low } : effect, points),
        });
  return (
    <div role="status">
      <Text size="lg" fw={600} component="div">
        <VerdictMark verdict={verdict} />
      </Text>
      <Text maw={760}>{sentence}</Text>
      {verdict === 'not-proven' && smallest !== null ? (
        <Text c="dimmed" maw={760}>
          {t('said.smallest', { points: points(smallest) })}
        </Text>
      ) : null}
    </div>
  );
}
