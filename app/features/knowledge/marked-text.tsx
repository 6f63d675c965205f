import type { Stretch } from './cut-snippet.ts';
import styles from './knowledge.module.css';

/** A text with what was asked for marked in it. */
export function MarkedText({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ text, isHit }, index) =>
    isHit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
      <mark key={index} className={styles.hit}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
