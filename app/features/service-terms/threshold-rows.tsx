import { Button, NativeSelect, NumberInput, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Wide } from '#app/components/page.tsx';
import { type MetricKey, metricOf } from '#app/features/metric/metric.ts';
import { boundOf, promisedMetrics, type Threshold } from './service-terms.ts';
import { useTermWords } from './use-term-words.ts';

type Props = { thresholds: readonly Threshold[]; onChange(thresholds: Threshold[]): void };

/** What is promised of each metric, as a table to change. */
export function ThresholdRows({ thresholds, onChange }: Props) {
  const { t } = useTranslation('terms');
  const taken = thresholds.map(({ metric }) => metric);
  const [free] = promisedMetrics.filter((metric) => !taken.includes(metric));
  const change = (place: number, part: Partial<Threshold>) =>
    onChange(thresholds.map((one, at) => (at === place ? { ...one, ...part } : one)));
  return (
    <>
      <Wide label={t('editor.thresholds')}>
        <Table miw={860} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              {(['metric', 'kind', 'threshold', 'penalty', 'bonus'] as const).map((column) => (
                <Table.Th key={column}>{t(`column.${column}`)}</Table.Th>
              ))}
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {thresholds.map((threshold, place) => (
              <ThresholdRow
                key={threshold.metric}
                threshold={threshold}
                taken={taken}
                onChange={(part) => change(place, part)}
                onRemove={() => onChange(thresholds.filter((_, at) => at !== place))}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={!free}
          onClick={() => (free ? onChange([...thresholds, newThreshold(free)]) : undefined)}
        >
          {t('editor.add')}
        </Button>
      </div>
    </>
  );
}

function newThreshold(metric: MetricKey): Threshold {
  return { metric, bound: boundOf(metric), value: 0, penaltyKopecks: 0, bonusKopecks: 0 };
}

type RowProps = {
  threshold: Threshold;
  taken: readonly MetricKey[];
  onChange(part: Partial<Threshold>): void;
  onRemove(): void;
};

function ThresholdRow({ threshold, taken, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('terms');
  const { titleOf } = useTermWords();
  const { metric, bound, value } = threshold;
  const { unit } = metricOf(metric);
  const per = unit === 'ms' ? 1000 : 10;
  const choices = promisedMetrics.filter((key) => key === metric || !taken.includes(key));
  const bounds = [boundOf(metric), 'target'] as const;
  return (
    <Table.Tr>
      <Table.Td>
        <NativeSelect
          aria-label={t('column.metric')}
          data={choices.map((key) => ({ value: key, label: titleOf(key) }))}
          value={metric}
          onChange={(event) => {
            const chosen = choices.find((key) => key === event.currentTarget.value);
            if (chosen) onChange({ ...newThreshold(chosen) });
          }}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('column.kind')}
          data={bounds.map((one) => ({ value: one, label: t(`bound.${one}`) }))}
          value={bound}
          onChange={(event) =>
            onChange({ bound: event.currentTarget.value === 'target' ? 'target' : bounds[0] })
          }
        />
      </Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={t('column.threshold')}
          w={120}
          suffix={t(`suffix.${unit === 'ms' ? 'ms' : unit === 'share' ? 'share' : 'score'}`)}
          decimalScale={1}
          value={value / per}
          onChange={(next) => onChange({ value: Math.round(Number(next) * per) || 0 })}
        />
      </Table.Td>
      {(['penaltyKopecks', 'bonusKopecks'] as const).map((name) => (
        <Table.Td key={name}>
          <NumberInput
            aria-label={t(`column.${name === 'penaltyKopecks' ? 'penalty' : 'bonus'}`)}
            w={130}
            min={0}
            suffix=" ₽"
            thousandSeparator=" "
            disabled={bound === 'target'}
            value={threshold[name] / 100}
            onChange={(next) => onChange({ [name]: Math.round(Number(next) * 100) || 0 })}
          />
        </Table.Td>
      ))}
      <Table.Td>
        <Button variant="subtle" size="xs" onClick={onRemove}>
          {t('editor.remove')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
