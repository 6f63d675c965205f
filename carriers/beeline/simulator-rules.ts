import type { Change } from '../port.ts';
import type { SimulatedLine } from '../simulation.ts';
import { catalogue } from './catalogue.ts';

/** Two open changes of the same subject of a line exclude each other. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'option.connect':
    case 'option.disconnect':
      return `option ${change.optionCode}`;
    case 'line.block':
    case 'line.unblock':
      return 'block';
    case 'invoice.order':
    case 'details.order':
      return `${change.kind} ${change.from} ${change.to}`;
    default:
      return change.kind;
  }
}

/** The code with which the carrier refuses this change on this line, or `null`. */
export function refusalOf(line: SimulatedLine, change: Change): string | null {
  switch (change.kind) {
    case 'option.connect': {
      const option = catalogue.options.find(({ code }) => code === change.optionCode);
      if (!option) return '20037';
      if (line.optionCodes.includes(option.code)) return '20038';
      if (rivals(line, option.code).length > 0) return '20038';
      // The missing prerequisite hides behind "operations with services are unavailable now".
      return option.requires.every((code) => line.optionCodes.includes(code)) ? null : '20008';
    }
    case 'option.disconnect':
      return line.optionCodes.includes(change.optionCode) ? null : '20037';
    case 'tariff.change':
      if (!catalogue.tariffs.some(({ code }) => code === change.tariffCode)) return '20001';
      return line.tariffCode === change.tariffCode ? '20024' : null;
    case 'line.block':
      return line.blocked ? '20024' : null;
    case 'line.unblock':
      if (line.blocked === 'operator') return '20009';
      return line.blocked ? null : '20024';
    case 'sim.replace':
      return line.iccid === change.iccid ? '20001' : null;
    default:
      return null;
  }
}

/** Connected options that cannot stay together with this one; a conflict counts from either side. */
export function rivals(line: SimulatedLine, soc: string): string[] {
  const own = catalogue.options.find(({ code }) => code === soc)?.conflicts ?? [];
  return catalogue.options
    .filter(
      ({ code, conflicts }) =>
        line.optionCodes.includes(code) && (own.includes(code) || conflicts.includes(soc)),
    )
    .map(({ code }) => code);
}
