import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IntervalBar } from '#app/components/interval-bar.tsx';
import { type Comparison, type Effect, prior } from './expected-effect.ts';

/** How far the bar reaches to either side, a share. */
const reach = 0.5;

type Props = { effect: Effect; talks: Comparison | null; campaigns: number };

/** By how much more often people stay when it is proposed, with the interval and what it rests on. */
export function EffectCell({ effect, talks, campaigns }: Props) {
  const { t, i18n } = useTranslation('offer');
  // As the shared formats do: Intl writes a hyphen.
  const points = (share: number) =>
    (Math.round(share * 1000) / 10).toLocaleString(i18n.language).replace('-', '−');
  const rests = [
    talks ? t('basis', { withN: talks.withIt.n, n: talks.without.n }) : null,
    campaigns > 0 ? t('basisCampaigns', { count: campaigns }) : null,
  ];
  if (!effect.isKnown) {
    return (
      <Text size="sm" c="dimmed" title={t('notKnownHint', { prior: points(prior.share) })}>
        {t('notKnown')}
      </Text>
    );
  }
  return (
    <>
      <Text span size="sm" fw={600}>
        {t('points', { value: points(effect.share) })}
      </Text>{' '}
      {effect.interval ? (
        <>
          <Text span size="xs" c="dimmed">
            {t('between', { low: points(effect.interval.low), high: points(effect.interval.high) })}
          </Text>
          <IntervalBar value={effect.share} interval={effect.interval} reach={reach} />
        </>
      ) : null}
      <Text size="xs" c="dimmed">
        {rests.filter(Boolean).join(', ')}
      </Text>
    </>
  );
}
