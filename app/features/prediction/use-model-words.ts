import { useTranslation } from 'react-i18next';
import type { PredictionTarget } from './prediction.ts';

type ModelWord =
  | 'data'
  | 'happened'
  | 'judged'
  | 'aucHelp'
  | 'scorecardHint'
  | 'noneHint'
  | 'calibration'
  | 'weights'
  | 'drift'
  | 'reading'
  | 'learning'
  | 'rows';
type Figures = { rows?: string; from?: string; until?: string; happened?: string; percent?: number };

/** What is said of every target in its own words. */
export function useModelWords(target: PredictionTarget): (word: ModelWord, figures?: Figures) => string {
  const { t } = useTranslation('prediction');
  return (word, { rows = '', from = '', until = '', happened = '', percent = 0 } = {}) =>
    t(`of.${target}.${word}`, { rows, from, until, happened, percent });
}
