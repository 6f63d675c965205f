import type { OwnDefinition } from './own-report.ts';

/** How an address of the builder says what is asked for; read by OwnDefinition, which knows what may be. */
export function readAsked(search: URLSearchParams) {
  const text = (name: string) => search.get(name) ?? '';
  const period =
    text('from') !== '' || text('to') !== ''
      ? { kind: 'dates', from: text('from'), to: text('to') }
      : { kind: 'last', count: text('count'), unit: text('unit') };
  return {
    metrics: search.getAll('metric'),
    by: text('by') || null,
    where: text('of') ? { dimension: text('of'), key: text('key') } : null,
    period,
    step: text('step') || null,
  };
}

export function searchOf({ metrics, by, where, period, step }: OwnDefinition): URLSearchParams {
  const search = new URLSearchParams(metrics.map((metric) => ['metric', metric]));
  const { kind, ...told } = period;
  const rest = { by, of: where?.dimension, key: where?.key, ...told, step };
  for (const [name, value] of Object.entries(rest)) if (value) search.set(name, String(value));
  return search;
}
