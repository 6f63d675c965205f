import enAccount from './en/account.ts';
import enAdmin from './en/admin.ts';
import enAdmission from './en/admission.ts';
import enBehind from './en/behind.ts';
import enCabinet from './en/cabinet.ts';
import enCalibration from './en/calibration.ts';
import enCampaign from './en/campaign.ts';
import enCarrier from './en/carrier.ts';
import enCase from './en/case.ts';
import enChannel from './en/channel.ts';
import enChurn from './en/churn.ts';
import enCoaching from './en/coaching.ts';
import enCommon from './en/common.ts';
import enDebt from './en/debt.ts';
import enDebtBoard from './en/debt-board.ts';
import enDesk from './en/desk.ts';
import enDispute from './en/dispute.ts';
import enDoor from './en/door.ts';
import enErasure from './en/erasure.ts';
import enErrors from './en/errors.ts';
import enGame from './en/game.ts';
import enGoodwill from './en/goodwill.ts';
import enIncident from './en/incident.ts';
import enKnowledge from './en/knowledge.ts';
import enLife from './en/life.ts';
import enMetric from './en/metric.ts';
import enMonth from './en/month.ts';
import enMorning from './en/morning.ts';
import enNotice from './en/notice.ts';
import enOffer from './en/offer.ts';
import enOutreach from './en/outreach.ts';
import enOwn from './en/own.ts';
import enPersonExport from './en/person-export.ts';
import enPrediction from './en/prediction.ts';
import enProof from './en/proof.ts';
import enRating from './en/rating.ts';
import enReceivable from './en/receivable.ts';
import enReport from './en/report.ts';
import enReportMail from './en/report-mail.ts';
import enRequest from './en/request.ts';
import enReview from './en/review.ts';
import enRole from './en/role.ts';
import enRouting from './en/routing.ts';
import enSave from './en/save.ts';
import enScore from './en/score.ts';
import enScorecard from './en/scorecard.ts';
import enShift from './en/shift.ts';
import enSla from './en/sla.ts';
import enStrategy from './en/strategy.ts';
import enTerms from './en/terms.ts';
import enWall from './en/wall.ts';
import enWorkload from './en/workload.ts';
import ruAccount from './ru/account.ts';
import ruAdmin from './ru/admin.ts';
import ruAdmission from './ru/admission.ts';
import ruBehind from './ru/behind.ts';
import ruCabinet from './ru/cabinet.ts';
import ruCalibration from './ru/calibration.ts';
import ruCampaign from './ru/campaign.ts';
import ruCarrier from './ru/carrier.ts';
import ruCase from './ru/case.ts';
import ruChannel from './ru/channel.ts';
import ruChurn from './ru/churn.ts';
import ruCoaching from './ru/coaching.ts';
import ruCommon from './ru/common.ts';
import ruDebt from './ru/debt.ts';
import ruDebtBoard from './ru/debt-board.ts';
import ruDesk from './ru/desk.ts';
import ruDispute from './ru/dispute.ts';
import ruDoor from './ru/door.ts';
import ruErasure from './ru/erasure.ts';
import ruErrors from './ru/errors.ts';
import ruGame from './ru/game.ts';
import ruGoodwill from './ru/goodwill.ts';
import ruIncident from './ru/incident.ts';
import ruKnowledge from './ru/knowledge.ts';
import ruLife from './ru/life.ts';
import ruMetric from './ru/metric.ts';
import ruMonth from './ru/month.ts';
import ruMorning from './ru/morning.ts';
import ruNotice from './ru/notice.ts';
import ruOffer from './ru/offer.ts';
import ruOutreach from './ru/outreach.ts';
import ruOwn from './ru/own.ts';
import ruPersonExport from './ru/person-export.ts';
import ruPrediction from './ru/prediction.ts';
import ruProof from './ru/proof.ts';
import ruRating from './ru/rating.ts';
import ruReceivable from './ru/receivable.ts';
import ruReport from './ru/report.ts';
import ruReportMail from './ru/report-mail.ts';
import ruRequest from './ru/request.ts';
import ruReview from './ru/review.ts';
import ruRole from './ru/role.ts';
import ruRouting from './ru/routing.ts';
import ruSave from './ru/save.ts';
import ruScore from './ru/score.ts';
import ruScorecard from './ru/scorecard.ts';
import ruShift from './ru/shift.ts';
import ruSla from './ru/sla.ts';
import ruStrategy from './ru/strategy.ts';
import ruTerms from './ru/terms.ts';
import ruWall from './ru/wall.ts';
import ruWorkload from './ru/workload.ts';

/** Every text of the interface: a file a namespace and language. Both languages have the same keys. */
export const resources = {
  ru: {
    common: ruCommon,
    behind: ruBehind,
    cabinet: ruCabinet,
    channel: ruChannel,
    desk: ruDesk,
    erasure: ruErasure,
    errors: ruErrors,
    request: ruRequest,
    case: ruCase,
    notice: ruNotice,
    carrier: ruCarrier,
    door: ruDoor,
    role: ruRole,
    life: ruLife,
    shift: ruShift,
    terms: ruTerms,
    report: ruReport,
    metric: ruMetric,
    month: ruMonth,
    own: ruOwn,
    personExport: ruPersonExport,
    reportMail: ruReportMail,
    morning: ruMorning,
    wall: ruWall,
    workload: ruWorkload,
    sla: ruSla,
    strategy: ruStrategy,
    routing: ruRouting,
    admission: ruAdmission,
    incident: ruIncident,
    knowledge: ruKnowledge,
    goodwill: ruGoodwill,
    game: ruGame,
    scorecard: ruScorecard,
    review: ruReview,
    rating: ruRating,
    score: ruScore,
    calibration: ruCalibration,
    coaching: ruCoaching,
    dispute: ruDispute,
    debt: ruDebt,
    debtBoard: ruDebtBoard,
    campaign: ruCampaign,
    churn: ruChurn,
    offer: ruOffer,
    save: ruSave,
    outreach: ruOutreach,
    prediction: ruPrediction,
    proof: ruProof,
    receivable: ruReceivable,
    account: ruAccount,
    admin: ruAdmin,
  },
  en: {
    common: enCommon,
    behind: enBehind,
    cabinet: enCabinet,
    channel: enChannel,
    desk: enDesk,
    erasure: enErasure,
    errors: enErrors,
    request: enRequest,
    case: enCase,
    notice: enNotice,
    carrier: enCarrier,
    door: enDoor,
    role: enRole,
    life: enLife,
    shift: enShift,
    terms: enTerms,
    report: enReport,
    metric: enMetric,
    month: enMonth,
    own: enOwn,
    personExport: enPersonExport,
    reportMail: enReportMail,
    morning: enMorning,
    wall: enWall,
    workload: enWorkload,
    sla: enSla,
    strategy: enStrategy,
    routing: enRouting,
    admission: enAdmission,
    incident: enIncident,
    knowledge: enKnowledge,
    goodwill: enGoodwill,
    game: enGame,
    scorecard: enScorecard,
    review: enReview,
    rating: enRating,
    score: enScore,
    calibration: enCalibration,
    coaching: enCoaching,
    dispute: enDispute,
    debt: enDebt,
    debtBoard: enDebtBoard,
    campaign: enCampaign,
    churn: enChurn,
    offer: enOffer,
    save: enSave,
    outreach: enOutreach,
    prediction: enPrediction,
    proof: enProof,
    receivable: enReceivable,
    account: enAccount,
    admin: enAdmin,
  },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['ru'];
  }
}
