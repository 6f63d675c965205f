import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { firstParameters } from '#app/features/service-terms/service-terms.ts';
import { aroundTheClock } from '#app/features/sla/calendar.ts';
import { usualTerms } from '#app/features/staffing/terms.ts';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { offerInput } from './test-offers.ts';

/** Nobody's. */
export const uuid = '018f0000-0000-7000-8000-000000000000';
const payload = { kind: 'line.block', reason: 'wish' };

const written = { formToken: uuid, body: 'написано' };
const contact = { formToken: uuid, channel: 'call', direction: 'inbound' };
const hours = { timeZone: 'Europe/Moscow', week: aroundTheClock, specialDays: [] };
const gift = { formToken: uuid, amountKopecks: 100 };
const question = {
  ...{ carrier: null, topic: 'Тема', kind: 'number', body: 'Сколько?', options: [], key: [1, 0] },
  ...{ explanation: 'Потому что', articleId: null },
};
const terms = {
  ...{ parts: [{ topic: 'Тема', count: 1 }], minutes: 10, passPercent: 80, coolOffHours: 1 },
  ...{ validDays: 90, graceDays: 7, isOn: false },
};
const campaign = {
  ...{ name: 'План', purpose: 'service', conditions: [], steps: [], controlPercent: 20, windowDays: 30 },
  ...{ pool: null, contactKopecks: 0, callsADay: 10, seen: 1 },
};
const macro = { title: 'привет', body: 'здравствуйте', isShared: false, actions: {} };

/** What a page of ours would send there. A route with an action and without a line here gets an empty body. */
export function bodiesFor(ids: Record<string, string>): Record<string, { json?: unknown; form?: string }> {
  return {
    'routes/desk/line-departure.ts': { form: 'kind=port-out&on=2026-03-01&reason=price' },
    'routes/desk/line-return.ts': { form: 'on=2026-03-02' },
    'routes/plan/churn-definitions.ts': {
      json: { from: '2026-04-01', carrierAccountId: '', kinds: ['port-out'], silentDays: '60' },
    },
    'routes/plan/churn-departures.ts': { form: 'file=' },
    'routes/plan/forecast-marks.ts': { json: { on: '2026-03-08', queue: '', kind: 'holiday', note: '' } },
    'routes/plan/forecast-corrections.ts': {
      json: {
        ...{ queue: 'call:mts', fromOn: '2026-03-08', toOn: '2026-03-09', fromMinute: 0, toMinute: 60 },
        ...{ percent: 10, reason: 'рассылка' },
      },
    },
    'routes/client/annotations.ts': {
      json: { on: '2026-02-10', until: '', kind: 'tariff', text: 'Новые тарифы', incidentId: '' },
    },
    'routes/client/annotation-removal.ts': { json: {} },
    'routes/client/figure-questions.tsx': {
      json: {
        ...{ metric: 'serviceLevel', from: '2026-02-01', to: '2026-02-28', page: 'report/sla' },
        question: 'Почему упал уровень?',
      },
    },
    'routes/client/figure-question-answer.ts': { json: { answer: 'Была авария.' } },
    'routes/plan/service-term-versions.ts': {
      json: {
        effectiveFrom: '2026-04-01',
        terms: {
          ...{ parameters: firstParameters, feeKopecks: 100, mostPenaltyPerMille: 100 },
          ...{ mostBonusPerMille: 50, thresholds: [] },
        },
        reason: 'Соглашение',
      },
    },
    'routes/plan/forecast-terms.ts': { json: { queue: 'call:mts', terms: usualTerms.call } },
    'routes/plan/forecast-records.ts': { form: 'file=' },
    'routes/plan/churn-usage.ts': { form: 'file=' },
    'routes/plan/shift-terms.tsx': {
      json: {
        ...{ userId: ids.userId, timeZone: 'Europe/Moscow', weekMinutesMin: 2160, weekMinutesMax: 2400 },
        available: [],
        ...{ accountingMonths: 3, maxDayMinutes: 660, nightConsent: false, protections: [] },
        ...{ hiredOn: '2026-01-12', endsOn: null },
      },
    },
    'routes/plan/shift-rules.tsx': { json: { key: 'rest-between', mode: 'soft', value: 660, weight: 20 } },
    'routes/plan/shift-templates.tsx': { form: 'name=День&first=08:00&last=10:00&hours=9&breaks=1' },
    'routes/plan/roster-shifts.ts': {
      json: { userId: uuid, date: '2026-03-05', from: '09:00', minutes: 540 },
    },
    'routes/plan/roster-shift-time.ts': {
      json: {
        userId: ids.userId,
        date: '2026-03-05',
        from: '09:00',
        minutes: 540,
        isPinned: true,
        version: 1,
      },
    },
    'routes/plan/roster-shift-removal.ts': { json: { version: 1 } },
    'routes/plan/roster-copy.ts': { form: 'from=2026-03-02&to=2026-03-09' },
    'routes/plan/roster-solving.ts': { form: 'seconds=30' },
    'routes/plan/roster-publication.ts': { form: 'version=1' },
    'routes/desk/shifts-seen.ts': { form: `shiftIds=${ids.toldId ?? uuid}` },
    'routes/desk/shift-answer.ts': { form: 'answer=agree&version=0' },
    'routes/desk/shift-offers.ts': { form: `id=${uuid}&wantedShiftId=&reason=` },
    'routes/desk/shift-offer-ending.ts': { form: 'move=withdraw' },
    'routes/desk/shift-absences.ts': { form: 'kind=leave&from=2026-06-01&to=2026-06-02&note=' },
    'routes/desk/shift-sickness.ts': { form: 'to=2026-03-03' },
    'routes/desk/shift-wishes.ts': { form: 'date=2026-06-01&kind=off' },
    'routes/desk/shift-feed.ts': { form: 'locale=ru' },
    'routes/desk/extra-work-answer.ts': { form: 'answer=agree' },
    'routes/plan/shift-offer-answer.ts': { form: 'answer=approve' },
    'routes/plan/shift-absence-answer.ts': { form: 'answer=granted' },
    'routes/plan/today-extra-work.ts': {
      form: `userId=${ids.userId}&shiftId=${ids.toldId ?? ''}&from=2026-03-02T10:00Z&to=2026-03-02T11:00Z&skill=`,
    },
    'routes/plan/today-breaks.ts': { form: `shiftId=${ids.toldId ?? uuid}&place=0&from=2026-03-02T10:00Z` },
    'routes/plan/shift-mending.ts': { form: 'version=1' },
    'routes/plan/shifts.tsx': { form: 'from=2026-05-04&weeks=4' },
    'routes/desk/confirmation.ts': { json: { version: 1 } },
    'routes/desk/cancellation.ts': { json: { words: 'не нужно' } },
    'routes/desk/settlement.ts': { json: { result: 'done', words: 'сделано' } },
    'routes/desk/cancellations.ts': { json: { requestIds: [ids.requestId] } },
    'routes/desk/draft.ts': { json: { formToken: uuid, payload } },
    'routes/desk/number-reveal.ts': { json: { reason: 'перезвонить' } },
    'routes/desk/email-reveal.ts': { json: { reason: 'написать' } },
    'routes/desk/postal-address-reveal.ts': { json: { reason: 'написать' } },
    'routes/desk/address-reveal.ts': { json: { reason: 'написать' } },
    'routes/desk/case-assignment.ts': { json: { userId: null } },
    'routes/desk/line-dialling.ts': { json: { purpose: 'answer', formToken: uuid } },
    'routes/desk/case-waiting.ts': { json: { reason: 'ждём ответа' } },
    'routes/desk/case-resumption.ts': { json: {} },
    'routes/desk/case-solution.ts': { json: {} },
    'routes/desk/case-reopening.ts': { json: { reason: 'не решено' } },
    'routes/desk/case-classification.ts': { json: { priority: 'high' } },
    'routes/desk/case-snooze.ts': { json: { until: null } },
    'routes/desk/case-following.ts': { json: { follows: true } },
    'routes/desk/case-reading.ts': { json: { messageId: ids.messageId } },
    'routes/desk/case-presence.ts': { json: { doing: 'viewing' } },
    'routes/desk/case-draft.ts': { json: { kind: 'note', body: 'начато' } },
    'routes/desk/case-reply.ts': { json: { ...written, seenMessageId: null, nextState: 'open' } },
    'routes/desk/case-reply-withdrawal.ts': { json: {} },
    'routes/desk/case-note.ts': { json: { ...written, mentions: [] } },
    'routes/desk/case-merge.ts': { json: { intoId: ids.caseId } },
    'routes/desk/case-unmerge.ts': { json: {} },
    'routes/desk/case-notices.ts': { json: {} },
    'routes/desk/case-split.ts': { json: { messageIds: [ids.messageId], subject: 'другое' } },
    'routes/desk/case-step.ts': { json: { text: 'поблагодарили' } },
    'routes/desk/case-request.ts': { json: { requestId: ids.requestId } },
    'routes/desk/cases-bulk.ts': { json: { deed: { type: 'solve' }, caseIds: [ids.caseId] } },
    'routes/desk/case-incident.ts': { json: { incidentId: ids.incidentId } },
    'routes/desk/case-incident-leaving.ts': { json: {} },
    'routes/desk/incident-updates.ts': { json: { body: 'чиним', isLast: false, version: 1 } },
    'routes/desk/case-goodwill.ts': { json: { ...gift, kind: 'credit', reason: 'списали дважды' } },
    'routes/plan/campaign-notes.ts': { form: 'text=вывод' },
    'routes/plan/campaigns.tsx': { form: 'name=Новая&kind=prevention' },
    'routes/plan/campaign.tsx': { json: campaign },
    'routes/plan/campaign-audience.ts': { json: { conditions: [], controlPercent: 20, windowDays: 30 } },
    'routes/plan/campaign-holdout.ts': { form: 'percent=5' },
    'routes/plan/campaign-move.ts': { form: 'version=1' },
    'routes/desk/campaign-call-outcome.ts': { form: 'outcome=reached' },
    'routes/plan/debt-billing.tsx': { json: { content: 'payments', name: 'x.csv', text: 'id\n1' } },
    'routes/plan/debt-billing-plan.ts': { json: { content: 'payments', name: 'x.csv', text: 'id\n1' } },
    'routes/plan/debt-billing-booking.ts': { json: { account: '1', msisdn: '' } },
    'routes/desk/debt-entries.ts': { json: { ...gift, kind: 'payment', on: '2026-02-01', note: '' } },
    'routes/desk/debt-reversal.ts': { json: { reason: 'ошибка' } },
    'routes/desk/debt-disputes.ts': { json: { formToken: uuid, chargeId: null, reason: 'не согласен' } },
    'routes/desk/debt-dispute-closing.ts': { json: { outcome: 'declined', kopecks: null, answer: 'верно' } },
    'routes/desk/debt-call-outcome.ts': { form: 'outcome=paid&note=' },
    'routes/desk/debt-promises.ts': {
      json: { formToken: uuid, parts: [{ on: '2026-03-05', kopecks: 100 }], replaces: null },
    },
    'routes/desk/debt-plans.ts': {
      json: { formToken: uuid, count: 3, firstOn: '2026-03-05', pace: 'month' },
    },
    'routes/desk/line-saves.ts': {
      json: { formToken: uuid, caseId: null, wish: 'port-out', appliedOn: '', rival: '' },
    },
    'routes/desk/line-offers.ts': {
      json: { formToken: uuid, offerId: ids.offerId, saveId: null, caseId: null },
    },
    'routes/desk/save-wish.ts': { json: { wish: 'disconnect', appliedOn: null, rival: null } },
    'routes/desk/save-closing.ts': { json: { version: 1, outcome: 'leave', reason: 'price', note: '' } },
    'routes/plan/offers.tsx': { json: offerInput(9) },
    'routes/desk/save.tsx': { json: { topicIds: [uuid] } },
    'routes/plan/debt-letters.ts': { form: 'way=address' },
    'routes/lead/suspension-confirmation.ts': { form: 'version=1' },
    'routes/lead/suspension-restoration.ts': { form: 'version=1' },
    'routes/lead/suspension-declining.ts': { form: 'version=1&why=не сейчас' },
    'routes/lead/account-confirmation.ts': { form: 'measure=suspension&lines=1' },
    'routes/lead/suspension-confirmations.ts': {
      json: { proposals: [{ suspensionId: ids.suspensionId, version: 1 }] },
    },
    'routes/desk/contact-bars.ts': {
      json: { kind: 'refusal', proof: 'заявление', representative: null, until: null },
    },
    'routes/desk/contact-consents.ts': {
      json: { purpose: 'advertising', channel: null, text: 'Согласен получать рекламу', proof: 'запись' },
    },
    'routes/desk/contact-zone.ts': { json: { timeZone: 'Europe/Moscow' } },
    'routes/desk/goodwill-answer.ts': { form: 'answer=approved' },
    'routes/desk/goodwill-outcome.ts': { form: 'hasStayed=yes' },
    'routes/desk/goodwill-story.ts': { form: 'story=' },
    'routes/lead/review.tsx': { json: { answers: {}, notes: [] } },
    'routes/lead/review-draft.ts': { json: { answers: {}, notes: [] } },
    'routes/lead/review-replacement.ts': { form: 'reason=нет записи' },
    'routes/lead/sample-draws.ts': { form: 'from=2026-01-01&to=2026-02-01' },
    'routes/lead/dispute-verdict.ts': { json: { accepted: [], movedTo: null, verdict: 'решено' } },
    'routes/lead/calibration-marks.ts': { json: { answers: {} } },
    'routes/client/calibration-marks.ts': { json: { answers: {} } },
    'routes/lead/coaching-recheck.ts': { form: 'outcome=better&finding=лучше' },
    'routes/desk/review-dispute.ts': { json: { kind: 'wrong-person', comment: 'не моя работа' } },
    'routes/plan/month-closing.ts': { form: 'month=2099-01' },
    'routes/plan/month.tsx': { form: 'reason=Чужая+поправка' },
    'routes/plan/erasure.tsx': { form: 'ground=demand&paper=No.+7+of+today&askedOn=2026-01-05' },
    'routes/plan/debt-strategy.tsx': { json: { rules: defaultStrategy, seen: null } },
    'routes/plan/debt-strategy-simulation.ts': { json: { rules: defaultStrategy, page: 0 } },
    'routes/plan/debt-strategy-force.ts': { form: 'seen=2026-03-01T09:00:00Z&moves=no' },
    'routes/plan/scorecard.tsx': { json: defaultCard },
    'routes/plan/scorecard-holding.ts': { form: 'from=now' },
    'routes/desk/game-player.ts': { form: 'pseudonym=' },
    'routes/desk/game-reward-orders.ts': { form: `orderId=${uuid}` },
    'routes/desk/game-order-answer.ts': { form: 'answer=approved' },
    'routes/plan/game-rule.ts': { form: 'title=Чужое&event=case-solved&points=1&capPer=none' },
    'routes/plan/calendar-preview.ts': { json: { effectiveFrom: '2099-01-01', hours } },
    'routes/plan/calendar.tsx': {
      json: { name: 'Чужой', effectiveFrom: '2099-01-01', hours, reason: 'проба' },
    },
    'routes/desk/contacts.ts': { json: { ...contact, case: { caseId: ids.caseId } } },
    'routes/desk/macro.ts': { json: macro },
    'routes/desk/macro-removal.ts': { json: {} },
    'routes/desk/knowledge-keeping.ts': { json: { searchId: null, caseId: null } },
    'routes/desk/knowledge-reading.ts': { form: 'version=1' },
    'routes/desk/knowledge-edit.tsx': {
      form: 'version=1&title=Чужая&slug=chuzhaya&keywords=&body=Текст&reviewAt=2026-09-01&note=',
    },
    'routes/desk/admission-question.tsx': { json: { version: 1, question } },
    'routes/desk/admission-withdrawal.ts': { form: 'reason=устарел' },
    'routes/desk/admission-test.ts': { json: terms },
    'routes/desk/admission-practice-answer.ts': { json: { step: 'decline' } },
    'routes/desk/admission-answers.ts': { json: { position: 0, given: [0] } },
    'routes/desk/knowledge-suggestion.tsx': { form: 'title=Чужая&body=Текст&note=' },
  };
}
