import { useTranslation } from 'react-i18next';
import { IntervalBar } from '#app/components/interval-bar.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Interval } from '#app/features/points/measure-effect.ts';
import type { EffectMetric } from '#app/features/points/read-effects.ts';

/** How far a bar reaches to either side, in the figure's own unit: the same for every rule, to be compared. */
const reach: Record<EffectMetric, number> = { quality: 20, 'came-back': 20, solved: 5 };
/** Of what comes back, less is better; of counts alone nothing is better. */
const goodSign: Record<EffectMetric, 1 | -1 | 0> = { quality: 1, 'came-back': -1, solved: 0 };

/** The difference with its 95 % interval around zero, and what it means in words. */
export function EffectBar({ effect, metric }: { effect: Interval; metric: EffectMetric }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  const rounded = (value: number) => format.count(Math.round(value * 10) / 10);
  const interval = { value: rounded(effect.value), low: rounded(effect.low), high: rounded(effect.high) };
  const said = `${t(`effects.${verdictOf(effect, metric)}`)}: ${t('effects.interval', interval)}`;
  return (
    <div>
      <IntervalBar value={effect.value} interval={effect} reach={reach[metric]} />
      {said}
    </div>
  );
}

function verdictOf({ low, high }: Interval, metric: EffectMetric) {
  const sign = low > 0 ? 1 : high < 0 ? -1 : 0;
  if (sign === 0) return 'nothing';
  const good = goodSign[metric];
  if (good === 0) return sign > 0 ? 'more' : 'less';
  return sign === good ? 'better' : 'worse';
}
