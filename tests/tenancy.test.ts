import { describe, expect, test } from 'vitest';
import { roles } from '#app/features/access/role.ts';
import { defaultCard } from '#app/features/scorecard/default-card.ts';
import { aroundTheClock } from '#app/features/sla/calendar.ts';
import { defaultStrategy } from '#app/features/strategy/default-strategy.ts';
import { finishWork } from '#db/tenant/queries/outbox.ts';
import { createCarrierDesk } from '#workers/carrier-desk.ts';
import { queues } from '#workers/index.ts';
import { builtRoutes, serveBuilt } from './setup/built-server.ts';
import { addressOf, type ListedRoute, listRoutes } from './setup/route-list.ts';
import { type FilledTenant, openTwoTenants, signIn, snapshot } from './setup/two-tenants.ts';

const world = await openTwoTenants();
const { services, alfa, beta } = world;
const ask = await serveBuilt(services);
const modules = await builtRoutes();
const visitors = Object.fromEntries(
  await Promise.all(
    roles
      .filter((role) => role !== 'admin')
      .map(async (role) => [role, await signIn(services, role, alfa.tenantId)]),
  ),
) as Record<string, string>;
const administrator = await signIn(services, 'admin', null);

const uuid = '018f0000-0000-7000-8000-000000000000';
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
const macro = { title: 'привет', body: 'здравствуйте', isShared: false, actions: {} };

/** What a page of ours would send there. A route with an action and without a line here gets an empty body. */
const bodies: Record<string, { json?: unknown; form?: string }> = {
  'routes/desk/confirmation.ts': { json: { version: 1 } },
  'routes/desk/cancellation.ts': { json: { words: 'не нужно' } },
  'routes/desk/settlement.ts': { json: { result: 'done', words: 'сделано' } },
  'routes/desk/cancellations.ts': { json: { requestIds: [beta.ids.requestId] } },
  'routes/desk/draft.ts': { json: { formToken: uuid, payload } },
  'routes/desk/number-reveal.ts': { json: { reason: 'перезвонить' } },
  'routes/desk/email-reveal.ts': { json: { reason: 'написать' } },
  'routes/desk/address-reveal.ts': { json: { reason: 'написать' } },
  'routes/desk/case-assignment.ts': { json: { userId: null } },
  'routes/desk/case-waiting.ts': { json: { reason: 'ждём ответа' } },
  'routes/desk/case-resumption.ts': { json: {} },
  'routes/desk/case-solution.ts': { json: {} },
  'routes/desk/case-reopening.ts': { json: { reason: 'не решено' } },
  'routes/desk/case-classification.ts': { json: { priority: 'high' } },
  'routes/desk/case-snooze.ts': { json: { until: null } },
  'routes/desk/case-following.ts': { json: { follows: true } },
  'routes/desk/case-reading.ts': { json: { messageId: beta.ids.messageId } },
  'routes/desk/case-presence.ts': { json: { doing: 'viewing' } },
  'routes/desk/case-draft.ts': { json: { kind: 'note', body: 'начато' } },
  'routes/desk/case-reply.ts': { json: { ...written, seenMessageId: null, nextState: 'open' } },
  'routes/desk/case-reply-withdrawal.ts': { json: {} },
  'routes/desk/case-note.ts': { json: { ...written, mentions: [] } },
  'routes/desk/case-merge.ts': { json: { intoId: beta.ids.caseId } },
  'routes/desk/case-unmerge.ts': { json: {} },
  'routes/desk/case-notices.ts': { json: {} },
  'routes/desk/case-split.ts': { json: { messageIds: [beta.ids.messageId], subject: 'другое' } },
  'routes/desk/case-step.ts': { json: { text: 'поблагодарили' } },
  'routes/desk/case-request.ts': { json: { requestId: beta.ids.requestId } },
  'routes/desk/cases-bulk.ts': { json: { deed: { type: 'solve' }, caseIds: [beta.ids.caseId] } },
  'routes/desk/case-incident.ts': { json: { incidentId: beta.ids.incidentId } },
  'routes/desk/case-incident-leaving.ts': { json: {} },
  'routes/desk/incident-updates.ts': { json: { body: 'чиним', isLast: false, version: 1 } },
  'routes/desk/case-goodwill.ts': { json: { ...gift, kind: 'credit', reason: 'списали дважды' } },
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
  'routes/desk/debt-plans.ts': { json: { formToken: uuid, count: 3, firstOn: '2026-03-05', pace: 'month' } },
  'routes/lead/suspension-confirmation.ts': { form: 'version=1' },
  'routes/lead/suspension-restoration.ts': { form: 'version=1' },
  'routes/lead/suspension-declining.ts': { form: 'version=1&why=не сейчас' },
  'routes/lead/suspension-confirmations.ts': {
    json: { proposals: [{ suspensionId: beta.ids.suspensionId, version: 1 }] },
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
  'routes/lead/coaching-recheck.ts': { form: 'outcome=better&finding=лучше' },
  'routes/desk/review-dispute.ts': { json: { kind: 'wrong-person', comment: 'не моя работа' } },
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
  'routes/desk/contacts.ts': { json: { ...contact, case: { caseId: beta.ids.caseId } } },
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
  'routes/desk/admission-practice-answer.ts': { json: { kind: 'line.block', result: 'done' } },
  'routes/desk/admission-answers.ts': { json: { position: 0, given: [0] } },
  'routes/desk/knowledge-suggestion.tsx': { form: 'title=Чужая&body=Текст&note=' },
};
/** They touch what is one's own only and say the same whatever the id is. */
const answeringAlike = [
  'routes/desk/view-removal.ts',
  'routes/desk/upload-removal.ts',
  'routes/person/session-ending.ts',
];
/** Open to whoever holds the link, to everybody, or to who signs what he says. */
const openToAll = /^\/(sign-in|sign-out|invitations\/|f\/|hooks\/|$|\*)/;

const routes = listRoutes();
const inTenant = routes.filter(({ path }) => path.startsWith('/t/:tenant'));
const withIds = routes.filter(({ params, path }) => params.length > 0 && !openToAll.test(path));
const hasAction = ({ id }: ListedRoute) => modules[id]?.module.action !== undefined;
const hasLoader = ({ id }: ListedRoute) => modules[id]?.module.loader !== undefined;
const isPage = ({ id }: ListedRoute) => modules[id]?.module.default !== undefined;

const strip = (msisdn: string) => msisdn.replace(/\D/g, '').slice(1);
const spaced = (msisdn: string) => strip(msisdn).replace(/(\d{3})(\d{3})(\d{2})(\d{2})/, '$1 $2-$3-$4');
const numbersOf = ({ msisdn }: FilledTenant) => [strip(msisdn), spaced(msisdn)];
const marksOf = (tenant: FilledTenant) => [tenant.marker, tenant.slug, ...numbersOf(tenant)];
const secretMarks = ['$argon2', 'sealed-canary', 'hash-canary', 'token-canary'];

/** The marks that stand in a text, and should not. */
const found = (text: string, marks: string[]) => marks.filter((mark) => text.includes(mark));

/** Every way to ask one address: the page, its data alone, and what changes something. */
function waysTo(route: ListedRoute, address: string) {
  const body = bodies[route.file] ?? { form: '' };
  const reads = hasLoader(route)
    ? [{ url: address, given: {} }, ...(isPage(route) ? [{ url: `${address}.data`, given: {} }] : [])]
    : [];
  const writes = hasAction(route)
    ? [
        { url: address, given: body },
        { url: `${address}.data`, given: body },
      ]
    : [];
  return [...reads, ...writes];
}

test('what was built is what the table of contents says', () => {
  const missing = routes.filter(({ id }) => modules[id] === undefined).map(({ file }) => file);
  expect(missing, 'run "npm run build"').toEqual([]);
});

test('every parameter of every address has a value of each tenant', () => {
  for (const { path } of withIds) {
    expect(() => addressOf(path, { ...alfa.ids, sessionId: uuid })).not.toThrow();
    expect(() => addressOf(path, { ...beta.ids, sessionId: uuid })).not.toThrow();
  }
});

describe.each(Object.keys(visitors))('a %s of one client company', (role) => {
  const cookie = visitors[role] ?? '';

  test.each(withIds)('finds nothing of another one at $path', async (route) => {
    const before = await snapshot(services, beta.db);
    const foreign = { ...beta.ids, sessionId: uuid };
    const mixed = { ...foreign, tenant: alfa.slug };
    const addresses = new Set([addressOf(route.path, foreign), addressOf(route.path, mixed)]);
    for (const address of addresses) {
      for (const { url, given } of waysTo(route, address)) {
        const answer = await ask(url, { cookie, ...given });
        const isMixed = address === addressOf(route.path, mixed) && route.params.join() === 'tenant';
        expect(found(answer.text, isMixed ? marksOf(beta) : [beta.marker, ...numbersOf(beta)]), url).toEqual(
          [],
        );
        if (isMixed || answeringAlike.includes(route.file)) continue;
        expect([403, 404], `${url} answered ${answer.status}: ${answer.text.slice(0, 300)}`).toContain(
          answer.status,
        );
      }
    }
    expect(await snapshot(services, beta.db)).toBe(before);
  });

  test.each(routes.filter((route) => hasLoader(route) && !openToAll.test(route.path)))(
    'reads no full number and no secret at $path',
    async (route) => {
      const address = addressOf(route.path, { ...alfa.ids, sessionId: uuid });
      const searched = [`${address}?q=${beta.marker}`, `${address}?q=${strip(beta.msisdn)}`];
      for (const url of [address, ...(isPage(route) ? [`${address}.data`] : []), ...searched]) {
        const { text } = await ask(url, { cookie });
        expect(found(text, [...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
        expect(
          found(text.replaceAll(strip(beta.msisdn), '').replaceAll(encodeURIComponent(beta.marker), ''), [
            `${beta.marker} `,
          ]),
          url,
        ).toEqual([]);
      }
    },
  );
});

test.each(routes.filter(({ path }) => !openToAll.test(path)))(
  'nobody reads or changes anything at $path',
  async (route) => {
    const before = await snapshot(services, alfa.db);
    for (const { url, given } of waysTo(route, addressOf(route.path, { ...alfa.ids, sessionId: uuid }))) {
      const answer = await ask(url, given);
      const isTurnedAway = answer.location?.startsWith('/sign-in') || answer.text.includes('/sign-in');
      expect(isTurnedAway, `${url} answered ${answer.status}`).toBe(true);
      expect(answer.status, url).not.toBe(200);
      expect(found(answer.text, [alfa.marker, ...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
    }
    expect(await snapshot(services, alfa.db)).toBe(before);
  },
);

test.each(routes.filter((route) => hasLoader(route) && route.path.startsWith('/admin')))(
  'even an administrator reads no secret at $path',
  async ({ path }) => {
    for (const url of [addressOf(path, alfa.ids), `${addressOf(path, alfa.ids)}.data`]) {
      const { text } = await ask(url, { cookie: administrator });
      expect(found(text, [...numbersOf(alfa), ...secretMarks]), url).toEqual([]);
    }
  },
);

test('the marks are there to be found', async () => {
  const lead = visitors.lead ?? '';
  const card = await ask(addressOf('/t/:tenant/desk/lines/:lineId', alfa.ids), { cookie: lead });
  expect(card.status).toBe(200);
  expect(found(card.text, [alfa.marker])).toEqual([alfa.marker]);
  const tenants = await ask('/admin/carrier-accounts', { cookie: administrator });
  expect(found(tenants.text, [beta.marker])).toEqual([beta.marker]);
  expect(inTenant.length).toBeGreaterThan(10);
});

test.each(queues)('work of the queue $name for a request of another tenant is given up', async (queue) => {
  const before = await snapshot(services, beta.db);
  const input = queue.payload.parse({
    requestId: beta.ids.requestId,
    messageId: beta.ids.messageId,
    arrivalId: beta.ids.arrivalId,
    lineId: beta.ids.lineId,
    batchId: beta.ids.batchId,
    incidentId: beta.ids.incidentId,
    updateId: beta.ids.updateId,
    caseId: beta.ids.caseId,
    attemptId: beta.ids.attemptId,
    questionId: beta.ids.questionId,
    strategyId: beta.ids.strategyId,
    after: '',
    until: '2026-01-01',
    trainingId: beta.ids.trainingId,
    on: '2026-03-01',
    receivableId: beta.ids.receivableId,
    sourceType: 'case',
    sourceId: beta.ids.caseId,
    version: 1,
    subscriberId: beta.ids.subscriberId,
    ...{ sendKey: 'step-1', purpose: 'collection', channel: 'sms', text: 'Оплатите связь.' },
  });
  const sleep = () => Promise.reject(new Error('A carrier was asked for another tenant.'));
  const carriers = createCarrierDesk(services.databases.control, services.secretKey, {
    now: services.now,
    sleep,
  });
  const ending = () => finishWork(alfa.db, []);
  const context = { db: alfa.db, services: { ...services, carriers }, tries: 0, ending };
  const outcome = await queue.perform(context, input);
  expect(outcome.type).toBe('cancel');
  expect(await snapshot(services, beta.db)).toBe(before);
});
