import { admissionDeadline } from './admission-deadline.ts';
import { admissionRemark } from './admission-remark.ts';
import { balancePull } from './balance-pull.ts';
import { billingFile } from './billing-file.ts';
import { campaignAnswer } from './campaign-answer.ts';
import { campaignAudience } from './campaign-audience.ts';
import { campaignDraw } from './campaign-draw.ts';
import { campaignProof } from './campaign-proof.ts';
import { campaignStep } from './campaign-step.ts';
import { carrierOrder } from './carrier-order.ts';
import { carrierReconcile } from './carrier-reconcile.ts';
import { carrierStatus } from './carrier-status.ts';
import { caseClock } from './case-clock.ts';
import { churnDeparture } from './churn-departure.ts';
import { churnNight } from './churn-night.ts';
import { debtMonths } from './debt-months.ts';
import { debtNight } from './debt-night.ts';
import { debtReact } from './debt-react.ts';
import { fileRemoval } from './file-removal.ts';
import { incidentGather } from './incident-gather.ts';
import { incidentUpdate } from './incident-update.ts';
import { lineRefresh } from './line-refresh.ts';
import { mailArrival } from './mail-arrival.ts';
import { mailRefusal } from './mail-refusal.ts';
import { messageDelivery } from './message-delivery.ts';
import { modelTraining } from './model-training.ts';
import { offerCarry } from './offer-carry.ts';
import { outreachSend } from './outreach-send.ts';
import { pointsSettle } from './points-settle.ts';
import type { QueueDefinition } from './queue-definition.ts';
import { reportConfirmation } from './report-confirmation.ts';
import { reportDispatch } from './report-dispatch.ts';
import { requestRelease } from './request-release.ts';
import { rosterSolve } from './roster-solve.ts';
import { saveFollowUp } from './save-follow-up.ts';
import { strategyMove } from './strategy-move.ts';
import { suspensionReact } from './suspension-react.ts';
import { workloadNight } from './workload-night.ts';

/** Every queue there is. */
export const queues: QueueDefinition[] = [
  admissionDeadline,
  admissionRemark,
  carrierOrder,
  carrierStatus,
  carrierReconcile,
  requestRelease,
  lineRefresh,
  caseClock,
  messageDelivery,
  mailArrival,
  mailRefusal,
  incidentGather,
  incidentUpdate,
  pointsSettle,
  modelTraining,
  strategyMove,
  debtMonths,
  debtReact,
  suspensionReact,
  debtNight,
  balancePull,
  billingFile,
  fileRemoval,
  outreachSend,
  campaignAnswer,
  campaignAudience,
  campaignDraw,
  rosterSolve,
  campaignStep,
  campaignProof,
  offerCarry,
  saveFollowUp,
  churnDeparture,
  churnNight,
  workloadNight,
  reportConfirmation,
  reportDispatch,
];
