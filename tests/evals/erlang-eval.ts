import { erlangA } from '#app/features/staffing/erlang-a.ts';
import { erlangC, type ServiceLevel } from '#app/features/staffing/erlang-c.ts';
import type { Measured } from '#tests/bench/bench.ts';
import type { EvalContext } from './eval.ts';
import { checkColumns, type Row, readTable } from './read-table.ts';

const periodS = 1800;
const given = ['calls_per_30min', 'aht_s', 'agents', 'target_s'];
/** By the column that tells what is expected. */
const told: Record<string, (level: ServiceLevel) => number> = {
  p_wait: ({ waits }) => waits,
  p_abandon: ({ abandons }) => abandons,
  service_level: ({ withinTarget }) => withinTarget,
  served_within_target: ({ withinTarget }) => withinTarget,
  asa_s: ({ meanWaitS }) => meanWaitS,
  mean_wait_all_s: ({ meanWaitS }) => meanWaitS,
  occupancy: ({ occupancy }) => occupancy,
};

/**
 * Queues by half hours against points that somebody else computed; a file with a column `patience_s` is of impatient
 * people. Shares and seconds may differ by half of their last printed digit, and by 1e-6.
 */
export async function erlang({ options }: EvalContext): Promise<Measured> {
  if (!options.data) throw new Error('Say which file: --data FILE.');
  const rows = readTable(options.data);
  checkColumns(rows, given);
  const points = rows.map((row) => {
    const level = levelOf(row);
    const expected = Object.keys(told).filter((column) => (row[column] ?? '') !== '');
    const differences = expected.map((column) =>
      beyondDigits(told[column]?.(level) ?? Number.NaN, row[column] ?? ''),
    );
    return { ...pick(row), ...level, difference: Math.max(0, ...differences) };
  });
  const worst = Math.max(...points.map(({ difference }) => difference));
  return { figures: { points }, limited: { worstDifference: worst } };
}

const pick = (row: Row) => Object.fromEntries([...given, 'patience_s'].map((name) => [name, row[name]]));

function levelOf(row: Row): ServiceLevel {
  const number = (column: string) => {
    const value = Number(row[column]);
    if (row[column] === '' || !Number.isFinite(value)) throw new Error(`"${row[column]}" is no ${column}.`);
    return value;
  };
  const offered = { contacts: number('calls_per_30min'), periodS, handlingS: number('aht_s') };
  const [agents, targetS] = [number('agents'), number('target_s')];
  return row.patience_s
    ? erlangA({ ...offered, patienceS: number('patience_s') }, agents, targetS)
    : erlangC(offered, agents, targetS);
}

/** How far it is from what was printed, less the half of the last digit that printing took away. */
function beyondDigits(value: number, printed: string): number {
  const digits = printed.split('.')[1]?.length ?? 0;
  return Math.max(0, Math.abs(value - Number(printed)) - 0.5 * 10 ** -digits);
}
