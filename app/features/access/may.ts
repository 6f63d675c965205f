import { type Actor, can } from './can.ts';

export type May = ReturnType<typeof mayOf>;

/** What the desk offers a person: its areas, buttons and keys. */
export function mayOf(actor: Pick<Actor, 'roles'>) {
  return {
    create: can(actor, 'request:create'),
    batch: can(actor, 'request:batch'),
    findSubscribers: can(actor, 'subscriber:read'),
    readKnowledge: can(actor, 'knowledge:read'),
    takeAdmission: can(actor, 'admission:take'),
    writeAdmission: can(actor, 'admission:write'),
    readCases: can(actor, 'case:read'),
    writeCases: can(actor, 'case:write'),
    leadTeam: can(actor, 'routing:write'),
    play: can(actor, 'game:play'),
    ruleGame: can(actor, 'points:write'),
    decideGoodwill: can(actor, 'goodwill:decide'),
    shareViews: can(actor, 'view:share'),
    readSla: can(actor, 'sla:read'),
    exportPersons: can(actor, 'person:export'),
    erasePersons: can(actor, 'person:erase'),
    readChurn: can(actor, 'churn:read'),
    readCampaigns: can(actor, 'campaign:read'),
    learnCampaigns: can(actor, 'campaign:learn'),
    writeCampaigns: can(actor, 'campaign:write'),
    readDebt: can(actor, 'debt:read'),
    promiseDebt: can(actor, 'debt:promise'),
    suspendDebt: can(actor, 'debt:suspend'),
    writeDebt: can(actor, 'debt:write'),
    writeOutreach: can(actor, 'outreach:write'),
    barContacts: can(actor, 'outreach:bar'),
    proposeOffers: can(actor, 'offer:propose'),
    writeOffers: can(actor, 'offer:write'),
    readReports: can(actor, 'report:read'),
    buildReports: can(actor, 'report:build'),
    askOfFigures: can(actor, 'report:ask'),
    writeReports: can(actor, 'report:write'),
    readWorkload: can(actor, 'workload:read'),
    readShifts: can(actor, 'shift:read'),
    approveShifts: can(actor, 'shift:approve'),
    writeShifts: can(actor, 'shift:write'),
    readLessons: can(actor, 'lesson:read'),
    reviewWork: can(actor, 'review:write'),
    visitCalibrations: can(actor, 'calibration:visit'),
    seeOwnReviews: can(actor, 'review:own'),
  };
}
