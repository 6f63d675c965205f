import type { TablerIcon } from '@tabler/icons-react';
import styles from './state-mark.module.css';

export type MarkLook = {
  icon: TablerIcon;
  tone: 'grey' | 'blue' | 'violet' | 'green' | 'amber' | 'red';
  strong?: true;
};

/** What state a thing is in: one word, its icon and its colour. The hint says what the state means. */
export function StateMark({ look, word, hint }: { look: MarkLook; word: string; hint?: string }) {
  const { icon: Icon, tone, strong } = look;
  return (
    <span className={styles.mark} data-tone={tone} data-strong={strong} title={hint}>
      <Icon size={15} stroke={1.8} aria-hidden />
      {word}
    </span>
  );
}
