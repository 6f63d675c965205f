import { Menu, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './frame.module.css';

/** A client company as it is named and coloured everywhere. */
export type Place = { slug: string; name: string; colour: string };

function Mark({ colour }: { colour: string }) {
  return <span className={styles.mark} style={{ '--client-colour': colour } as CSSProperties} aria-hidden />;
}

/** Which client company one works for, and the way to another. */
export function PlaceSwitch({ places, place }: { places: Place[]; place?: Place }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.place} title={t('frame.switchPlace')}>
          {place ? <Mark colour={place.colour} /> : null}
          <span className={styles.label}>{place?.name ?? t('product')}</span>
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {places.map((other) => (
          <Menu.Item
            key={other.slug}
            component={Link}
            to={`/t/${other.slug}`}
            leftSection={<Mark colour={other.colour} />}
          >
            {other.name}
          </Menu.Item>
        ))}
        {places.length === 0 ? <Menu.Item disabled>{t('frame.noPlaces')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
