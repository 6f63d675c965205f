import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#app/components/use-desk.ts';
import styles from './board.module.css';
import type { Board } from './read-board.ts';

/** The first of a league, and those about oneself: places with a gap between them are marked by a line. */
export function BoardLines({ board }: { board: Board }) {
  const { t } = useTranslation('game');
  const { format } = useDesk();
  return (
    <>
      <Table>
        <Table.Tbody>
          {board.lines.map(({ place, name, points, isOwn }, index) => (
            <Table.Tr
              key={`${place} ${name}`}
              className={isOwn ? styles.own : undefined}
              data-gap={isApart(board, index) || undefined}
            >
              <Table.Td w={44}>{place}</Table.Td>
              <Table.Td>
                {name}
                {isOwn ? <span className={styles.quiet}> · {t('you')}</span> : null}
              </Table.Td>
              <Table.Td ta="right">{format.count(points)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {board.rest > 0 ? `${t('rest', { count: board.rest })}. ` : ''}
        {board.toNext === null ? '' : t('toNext', { count: board.toNext })}
      </Text>
    </>
  );
}

function isApart({ lines }: Board, index: number): boolean {
  const [above, line] = [lines[index - 1], lines[index]];
  return above !== undefined && line !== undefined && line.place - above.place > 1 && line.place > index + 1;
}
