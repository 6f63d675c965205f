import { useTranslation } from 'react-i18next';
import type { CalibrationBin } from './metrics.ts';
import styles from './model-page.module.css';
import type { PredictionTarget } from './prediction.ts';
import { useModelWords } from './use-model-words.ts';

const size = 220;

type Picture = { target: PredictionTarget; bins: readonly CalibrationBin[] };

/** What was foretold from left to right, what came true from bottom to top; the diagonal is a forecast that holds. */
export function CalibrationPicture({ target, bins }: Picture) {
  const { t } = useTranslation('prediction');
  const words = useModelWords(target);
  const most = Math.max(...bins.map(({ rows }) => rows));
  const percent = (share: number) => Math.round(100 * share);
  return (
    <figure className={styles.calibration}>
      <svg
        viewBox={`0 0 ${size} ${size}`}
        width={size}
        height={size}
        role="img"
        aria-label={t('calibration.picture')}
      >
        <rect className={styles.frame} x={0.5} y={0.5} width={size - 1} height={size - 1} />
        <line className={styles.diagonal} x1={0} y1={size} x2={size} y2={0} />
        {bins.map(({ foretold, came, rows }) => (
          <circle
            key={foretold}
            className={styles.point}
            cx={size * foretold}
            cy={size * (1 - came)}
            r={3 + 7 * Math.sqrt(rows / most)}
          >
            <title>
              {t('calibration.point', { foretold: percent(foretold), came: percent(came), rows })}
            </title>
          </circle>
        ))}
      </svg>
      <figcaption>
        <table className={styles.points}>
          <thead>
            <tr>
              <th scope="col">{t('calibration.foretold')}</th>
              <th scope="col">{t('calibration.came')}</th>
              <th scope="col">{words('rows')}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ foretold, came, rows }) => (
              <tr key={foretold}>
                <td>{percent(foretold)} %</td>
                <td>{percent(came)} %</td>
                <td>{rows}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}
