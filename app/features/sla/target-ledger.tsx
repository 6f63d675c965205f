import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { useDesk } from '#app/components/use-desk.ts';
import type { Segment, TargetClock } from './clock.ts';
import type { ClockLedger } from './read-ledger.ts';
import styles from './target-ledger.module.css';
import { useLength } from './use-length.ts';

/** One promise: how it stands, when it is due, and every stretch of its time. */
export function TargetLedger({ clock, ledger }: { clock: TargetClock; ledger: ClockLedger }) {
  const { t } = useTranslation('sla');
  const name = t(`target.${clock.target}`);
  return (
    <section className={styles.target}>
      <h3 className={styles.head}>
        {name}
        <span className={styles.state} data-state={clock.state}>
          {t(`state.${clock.state}`)}
        </span>
      </h3>
      {clock.noClock ? <Text size="sm">{t(`noClock.${clock.noClock}`)}</Text> : <Sums clock={clock} />}
      {clock.segments.length > 0 && !clock.noClock ? (
        <Wide label={name}>
          <Table className={styles.segments} withRowBorders={false} verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                {(['when', 'length', 'why', 'rule'] as const).map((column) => (
                  <Table.Th key={column}>{t(`ledger.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {clock.segments.map((segment) => (
                <SegmentRow key={segment.from} segment={segment} ledger={ledger} />
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      ) : null}
    </section>
  );
}

function Sums({ clock }: { clock: TargetClock }) {
  const { t } = useTranslation('sla');
  const { format } = useDesk();
  const writeLength = useLength();
  const { isOpen, dueAt, leftMs, spentMs, targetMs, state } = clock;
  const lengths = { length: writeLength(Math.abs(isOpen ? leftMs : spentMs)), target: writeLength(targetMs) };
  const moment = dueAt === null ? null : format.moment(new Date(dueAt));
  const isLate = isOpen && state === 'breached';
  return (
    <Text size="sm">
      {isLate ? t('ledger.late', lengths) : t(isOpen ? 'ledger.left' : 'ledger.spent', lengths)}
      {' · '}
      {moment ? t(isOpen && !isLate ? 'ledger.due' : 'ledger.wasDue', { moment }) : t('ledger.dueMoves')}
    </Text>
  );
}

function SegmentRow({ segment, ledger }: { segment: Segment; ledger: ClockLedger }) {
  const { t } = useTranslation('sla');
  const writeSpan = useSpan();
  const writeLength = useLength();
  const { from, to, state, reason, rule } = segment;
  const number = rule ? ledger.ruleNumbers[rule.ruleId] : undefined;
  const calendar = rule ? ledger.calendarNames[rule.calendarId] : undefined;
  return (
    <Table.Tr data-state={state}>
      <Table.Td>{writeSpan(from, to)}</Table.Td>
      <Table.Td>{writeLength(to - from)}</Table.Td>
      <Table.Td>
        {t(`state.${state}`)}: {t(`reason.${reason}`)}
      </Table.Td>
      <Table.Td>{number && calendar ? t('ledger.ruleOf', { number, calendar }) : null}</Table.Td>
    </Table.Tr>
  );
}

/** Writes a stretch as short as it stays clear: `20 нояб., 09:00–16:49`. */
function useSpan(): (from: number, to: number) => string {
  const { i18n } = useTranslation();
  const { timeZone } = useDesk().workplace;
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  const spans = new Intl.DateTimeFormat(i18n.language, { timeZone, hourCycle: 'h23', ...parts });
  return (from, to) => spans.formatRange(from, to);
}
