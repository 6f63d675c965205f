import type { ComparedStretch } from './compare-texts.ts';
import styles from './knowledge.module.css';

/** Two texts in one: what is gone struck out, what is new underlaid; a reader hears both. */
export function ComparedText({ stretches }: { stretches: readonly ComparedStretch[] }) {
  return (
    <div className={styles.compared}>
      {stretches.map(({ text, change }, index) => {
        if (change === 'same') return text;
        const Change = change === 'added' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
          <Change key={index} className={styles[change]}>
            {text}
          </Change>
        );
      })}
    </div>
  );
}
