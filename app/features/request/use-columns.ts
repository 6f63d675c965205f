import { useLocalStorage } from '@mantine/hooks';
import { useDesk } from '#app/components/use-desk.ts';

/** Columns of the list that one may do without; that of the number holds the link to the request. */
export const optionalColumns = ['carrier', 'author', 'when'] as const;
export type OptionalColumn = (typeof optionalColumns)[number];

/** Which of them this person hides in this browser. */
export function useColumns() {
  const { person } = useDesk();
  const key = `pult-hidden-columns:${person.email}`;
  const [hidden, setHidden] = useLocalStorage<OptionalColumn[]>({ key, defaultValue: [] });
  return {
    hidden,
    toggle: (column: OptionalColumn) =>
      setHidden((before) =>
        before.includes(column) ? before.filter((other) => other !== column) : [...before, column],
      ),
  };
}
