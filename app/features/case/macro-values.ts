import type { MacroValues } from '#app/features/macro/macro.ts';
import type { CaseDetail } from './read-case-detail.ts';

/** What the variables of a ready text stand for in this case. The number is masked, as everywhere. */
export function macroValuesOf(
  { number, subject, subscriber, line }: Pick<CaseDetail, 'number' | 'subject' | 'subscriber' | 'line'>,
  { agent, client }: { agent: string; client: string },
): MacroValues {
  return {
    'subscriber.name': subscriber?.name ?? null,
    'subscriber.contract': subscriber?.contractNumber ?? null,
    'line.number': line?.maskedNumber ?? null,
    'case.number': String(number),
    'case.subject': subject,
    'agent.name': agent,
    'client.name': client,
  };
}
