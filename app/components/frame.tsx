import { ActionIcon } from '@mantine/core';
import { IconMenu2 } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ConnectionLine } from './connection-line.tsx';
import styles from './frame.module.css';
import { PersonMenu } from './person-menu.tsx';
import { type Place, PlaceSwitch } from './place-switch.tsx';

export type FrameProps = {
  person: { name: string; email: string; isAdmin: boolean };
  /** Client companies this person may switch to. */
  places: Place[];
  /** The one this address works for; absent in the pages of the centre itself. */
  place?: Place;
  /** Links of the left column: `NavItem`s and `NavSection`s. */
  nav: ReactNode;
  /** What a narrow window keeps at hand beside the menu. */
  tools?: ReactNode;
  children: ReactNode;
};

/** The window: whose work it is across the top, where one can go on the left, the page itself. */
export function Frame({ person, places, place, nav, tools, children }: FrameProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: going anywhere closes the drawer
  useEffect(() => setOpen(false), [key]);
  const open = isOpen || undefined;
  const colour = place ? ({ '--client-colour': place.colour } as CSSProperties) : undefined;
  return (
    <div className={styles.frame} style={colour}>
      <div className={styles.bar}>
        <ConnectionLine />
      </div>
      <div className={styles.toggle}>
        <ActionIcon onClick={() => setOpen(true)} aria-label={t('frame.menu')} aria-expanded={isOpen}>
          <IconMenu2 size={18} />
        </ActionIcon>
        <span className={styles.label}>{place?.name ?? t('product')}</span>
        {tools}
      </div>
      <div className={styles.scrim} data-open={open} onClick={() => setOpen(false)} aria-hidden />
      <nav className={styles.side} data-open={open} aria-label={t('frame.areas')}>
        <PlaceSwitch places={places} {...(place ? { place } : {})} />
        {nav}
        <div className={styles.foot}>
          <PersonMenu person={person} />
        </div>
      </nav>
      <main className={styles.main} id="main">
        {children}
      </main>
    </div>
  );
}
