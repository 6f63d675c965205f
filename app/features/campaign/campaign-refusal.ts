import type { Action } from '#app/features/access/can.ts';
import type { NotAdmitted } from '#app/features/admission/find-bar.ts';
import type { ContactRule } from '#app/features/outreach/decide-contact.ts';
import type { CampaignFaultFound } from './campaign-faults.ts';
import type { CampaignFault } from './campaign-moves.ts';

/** Every expected no of the commands on campaigns and their calls. */
export type CampaignRefusal =
  | NotAdmitted
  | CampaignFault
  | { code: 'forbidden'; action: Action }
  | { code: 'campaign-not-found' }
  | { code: 'campaign-name-taken' }
  /** Somebody changed it since it was opened. */
  | { code: 'campaign-changed' }
  | { code: 'campaign-faulty'; faults: CampaignFaultFound[] }
  | { code: 'campaign-nobody' }
  | { code: 'campaign-call-not-found' }
  | { code: 'campaign-call-over' }
  | { code: 'campaign-call-taken' }
  /** The gate lets nobody call him now. */
  | { code: 'call-refused'; rule: ContactRule; until: Date | null }
  | { code: 'undo-too-late' }
  | { code: 'conflict' };
