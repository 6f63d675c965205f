import { Kbd, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type Icon, IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import styles from './frame.module.css';

export type NavItemProps = {
  to: string;
  label: string;
  icon?: Icon;
  /** Shown when it is not zero: only what needs a person. */
  count?: number | undefined;
  /** Keys that go there, as in `G R`. */
  keys?: string;
  /** Also the current page on every address below it. */
  deep?: boolean;
  /** The current page at this very address only. */
  exact?: boolean;
};

export function NavItem({ to, label, icon: Icon, count, keys, deep, exact }: NavItemProps) {
  const { pathname, search } = useLocation();
  const isCurrent = exact ? pathname === to : isShown(to, pathname, search, deep === true);
  return (
    <Link
      to={to}
      className={styles.item}
      aria-current={isCurrent ? 'page' : undefined}
      title={keys}
      prefetch="intent"
    >
      {Icon ? <Icon size={16} stroke={1.6} aria-hidden /> : null}
      <span className={styles.label}>{label}</span>
      {count ? <span className={styles.count}>{count}</span> : null}
    </Link>
  );
}

/** Its heading folds it away, and this browser remembers that. */
export function NavSection({ title, children }: { title: string; children: ReactNode }) {
  const [isFolded, setFolded] = useLocalStorage({ key: `pult-folded:${title}`, defaultValue: false });
  return (
    <section aria-label={title}>
      <UnstyledButton
        className={styles.section}
        aria-expanded={!isFolded}
        onClick={() => setFolded((before) => !before)}
      >
        {title}
        <IconChevronDown size={12} aria-hidden />
      </UnstyledButton>
      {isFolded ? null : children}
    </section>
  );
}

type NavButtonProps = { label: string; icon: Icon; shown: string; onClick(): void };

/** Does something instead of going somewhere; says the key that does it too. */
export function NavButton({ label, icon: Icon, shown, onClick }: NavButtonProps) {
  return (
    <UnstyledButton className={styles.item} onClick={onClick} aria-keyshortcuts={shown}>
      <Icon size={16} stroke={1.6} aria-hidden />
      <span className={styles.label}>{label}</span>
      <Kbd size="xs">{shown}</Kbd>
    </UnstyledButton>
  );
}

/** Something opened beside a list belongs to the view it was opened from. */
export function isShown(to: string, pathname: string, search: string, isDeep: boolean): boolean {
  const [path = '', query = ''] = to.split('?');
  const isUnder = pathname === path || pathname.startsWith(`${path}/`);
  return isUnder && (isDeep || search === (query && `?${query}`));
}
