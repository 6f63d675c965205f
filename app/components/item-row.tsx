import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import styles from './item-list.module.css';

type RowProps = {
  id: string;
  to: string;
  /** What the box selects, for who cannot see the row. */
  label: string;
  isOpen: boolean;
  isSelected: boolean;
  className?: string | undefined;
  onSelect(id: string, isRange: boolean): void;
  children: ReactNode;
};

/** One thing in one line. The whole line opens it; its link is what the keyboard walks over. */
export function ItemRow({ id, to, label, isOpen, isSelected, className, onSelect, children }: RowProps) {
  const navigate = useNavigate();
  return (
    <tr
      className={className ? `${styles.row} ${className}` : styles.row}
      data-open={isOpen || undefined}
      data-selected={isSelected || undefined}
      onClick={() => navigate(to)}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the box does not open what is in the row */}
      <td data-column="select" onClick={(event) => event.stopPropagation()}>
        <label className={styles.box}>
          {/* A plain box: fifty of the library's own are a third of the page. */}
          <input
            type="checkbox"
            aria-label={label}
            checked={isSelected}
            onChange={(event) => onSelect(id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        </label>
      </td>
      {children}
    </tr>
  );
}
