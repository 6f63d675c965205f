import type { Change } from '../port.ts';
import { toCtn, toWireTime } from './formats.ts';
import { type Job, simulatorUtcOffsetMinutes } from './simulator-estate.ts';
import type { XmlNode } from './soap.ts';

/** A request as `getRequestList` shows it. */
export function requestRow(job: Job, now: number): XmlNode {
  return {
    requestId: job.id,
    requestStatus: stateWord(job, now),
    requestComments: job.comments,
    requestDate: toWireTime(new Date(job.acceptedAt), simulatorUtcOffsetMinutes),
    ctn: toCtn(job.msisdn),
    ...subjectFields(job.change),
  };
}

function stateWord(job: Job, now: number): string {
  if (job.state === 'done') return 'COMPLETE';
  if (job.state === 'rejected') return 'REJECTED';
  if (job.isFuture) return 'PENDING';
  const progress = (now - job.acceptedAt) / (job.dueAt - job.acceptedAt);
  if (progress < 1 / 3) return 'FULFILL_REQ';
  return progress < 2 / 3 ? 'OPEN' : 'IN_PROGRESS';
}

function subjectFields(change: Change): { [name: string]: XmlNode } {
  switch (change.kind) {
    case 'option.connect':
      return { requestType: 'ADD_DEL_SOC', soc: change.optionCode, inclusionType: 'A' };
    case 'option.disconnect':
      return { requestType: 'ADD_DEL_SOC', soc: change.optionCode, inclusionType: 'D' };
    case 'tariff.change':
      return { requestType: 'CHANGE_PP', pricePlan: change.tariffCode };
    case 'line.block':
      return { requestType: 'SUSPEND_CTN' };
    case 'line.unblock':
      return { requestType: 'RESTORE_CTN' };
    case 'sim.replace':
      return { requestType: 'REPLACE_SIM', serialNumber: change.iccid };
    case 'invoice.order':
      return { requestType: 'BILL_CHARGES', billDate: `${change.to}T00:00:00.000+03:00` };
    case 'details.order':
      return {
        requestType: 'DETAILS',
        periodStart: `${change.from}T00:00:00.0`,
        periodEnd: `${change.to}T00:00:00.0`,
      };
  }
}
