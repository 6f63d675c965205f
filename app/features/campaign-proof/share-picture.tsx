import { useTranslation } from 'react-i18next';
import type { Measure } from './campaign-proof.ts';
import type { Proof } from './measure-proof.ts';
import styles from './share-picture.module.css';
import { useProofWords } from './use-proof-words.ts';

const sides = ['treated', 'control'] as const;

/**
 * The two shares on one scale, each with its interval: who was contacted is a filled square, who was left alone a
 * ring, so that the picture needs no colour. Words beside each say the same.
 */
export function SharePicture({ proof, measure }: { proof: Proof; measure: Measure }) {
  const { t } = useTranslation('proof');
  const { percent, range } = useProofWords();
  const most = Math.min(1, Math.max(...sides.map((side) => proof[side].share.high), 0.01) * 1.1);
  const at = (share: number) => `${(100 * share) / most}%`;
  const [from = 0, to = 0] = sides.map((side) => proof[side].share.value).toSorted((a, b) => a - b);
  return (
    <figure className={styles.picture} aria-label={t(`picture.${measure}`)}>
      {sides.map((side) => {
        const { value, low, high } = proof[side].share;
        return (
          <div key={side}>
            <div className={styles.side}>
              <b>{t(`side.${side}`)}</b>
              <span>
                {t(`share.${measure}`, { share: percent(value) })}, {range({ low, high }, percent)}
              </span>
            </div>
            <div className={styles.track} aria-hidden>
              <span className={styles.gap} style={{ left: at(from), width: at(to - from) }} />
              <span className={styles.range} style={{ left: at(low), width: at(high - low) }} />
              <span className={styles[side]} style={{ left: at(value) }} />
            </div>
          </div>
        );
      })}
      <div className={styles.scale} aria-hidden>
        {[0, most / 2, most].map((share) => (
          <span key={share}>{percent(share)}</span>
        ))}
      </div>
    </figure>
  );
}
