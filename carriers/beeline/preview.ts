import {
  type CatalogueItem,
  type Change,
  type Failure,
  type Order,
  ownFailure,
  type Preview,
  type Read,
} from '../port.ts';
import type { Client } from './client.ts';
import { nextPeriodStart, toCtn, toKopecks } from './formats.ts';
import { readGoal } from './goal.ts';
import { blockedBy, type LineFinder, readServices } from './lines.ts';
import { asRead, readOptions, readTariffs } from './reads.ts';
import { findOpenRequest, readRequests } from './requests.ts';
import { ConflictReply } from './wire.ts';

const unpriced: Preview = {
  feeNowKopecks: null,
  feeMonthKopecks: null,
  effectiveAt: null,
  adds: [],
  drops: [],
};

export async function previewChange(
  client: Client,
  findLine: LineFinder,
  order: Order,
): Promise<Read<Preview>> {
  const { change } = order;
  switch (change.kind) {
    case 'option.connect': {
      const offers = await readOptions(client, order.msisdn);
      return offers.ok ? previewOffer(client, order, change.optionCode, offers.value) : offers;
    }
    case 'tariff.change': {
      const offers = await readTariffs(client, order.msisdn);
      if (!offers.ok) return offers;
      if (!offers.value.some((offer) => offer.code === change.tariffCode)) {
        return refusal(
          'not_found',
          'tariff_not_offered',
          'the carrier does not offer this tariff to the line',
        );
      }
      return previewOffer(client, order, change.tariffCode, offers.value);
    }
    case 'invoice.order':
    case 'details.order':
      return previewReport(client, findLine, order, change);
    default:
      return previewLineChange(client, findLine, order);
  }
}

/** `info/conflict` names what stands in the way, what goes along, and what is charged now. */
async function previewOffer(
  client: Client,
  { msisdn, change }: Order,
  soc: string,
  offers: CatalogueItem[],
): Promise<Read<Preview>> {
  const { settings } = client;
  const answer = await client.rest({
    operation: 'conflict',
    mutates: false,
    schema: ConflictReply,
    path: 'info/conflict',
    query: { ctn: toCtn(msisdn), soc },
  });
  if (!answer.ok) return asRead(answer);
  const rows = answer.value.conflictList.map((row) => ({
    ...row,
    meaning: settings.conflictTypes[row.conflictType ?? ''] ?? 'conflict',
  }));
  const obstacle = rows.find(({ meaning }) => meaning === 'prerequisite' || meaning === 'conflict');
  if (obstacle) {
    const isPrerequisite = obstacle.meaning === 'prerequisite';
    const text = obstacle.templateText ?? obstacle.entityName ?? obstacle.name ?? '';
    const failureClass = isPrerequisite ? 'precondition_missing' : 'conflict_option';
    return { ok: false, failure: { class: failureClass, code: 'conflict', text } };
  }
  const codes = (meaning: string) =>
    rows.flatMap((row) => (row.meaning === meaning && row.name ? [row.name] : []));
  const offer = offers.find(({ code }) => code === soc);
  const isLater = change.kind === 'tariff.change' && settings.tariffChange === 'next_period';
  return {
    ok: true,
    value: {
      feeNowKopecks: toKopecks(answer.value.totalAmount) ?? offer?.feeOnceKopecks ?? null,
      feeMonthKopecks: offer?.feeMonthKopecks ?? null,
      effectiveAt: isLater ? nextPeriodStart(client.now(), settings.utcOffsetMinutes).toISOString() : null,
      adds: codes('adds'),
      drops: codes('drops'),
    },
  };
}

/** Disconnection, block, unblock, SIM: no dry run exists, but the line and the list of requests tell a lot. */
async function previewLineChange(client: Client, findLine: LineFinder, order: Order): Promise<Read<Preview>> {
  const found = await findLine(order.msisdn);
  if (!found.ok) return asRead(found);
  if (order.change.kind === 'line.unblock' && blockedBy(client.settings, found.value.info) === 'operator') {
    return refusal('blocked_by_operator', 'operator_block', 'the carrier itself blocked the line');
  }
  const goal = await readGoal(client, findLine, order);
  if (!goal.ok) return asRead(goal);
  if (goal.value) return refusal('conflict_option', 'nothing_to_change', 'the line is already so');
  if (
    order.change.kind === 'option.disconnect' &&
    !(await isRemovable(client, order, order.change.optionCode))
  ) {
    return refusal('invalid', 'not_removable', 'the carrier does not let the client remove this service');
  }
  return refuseWhileOpen(client, order);
}

async function isRemovable(client: Client, { msisdn }: Order, code: string): Promise<boolean> {
  const services = await readServices(client, msisdn);
  return !services.ok || services.value.services.find(({ name }) => name === code)?.removeInd !== 'N';
}

async function refuseWhileOpen(client: Client, { msisdn, change }: Order): Promise<Read<Preview>> {
  const now = client.now();
  const from = new Date(now.getTime() - client.settings.pendingLookBackMs);
  const listed = await readRequests(client, from, new Date(now.getTime() + client.settings.clockSkewMs));
  if (!listed.ok) return asRead(listed);
  const open = findOpenRequest(client.settings, listed.value.items, msisdn, change);
  if (!open) return { ok: true, value: unpriced };
  return { ok: false, failure: { class: 'conflict_pending_change', code: open.requestId, text: '' } };
}

async function previewReport(
  client: Client,
  findLine: LineFinder,
  order: Order,
  period: Extract<Change, { kind: 'invoice.order' | 'details.order' }>,
): Promise<Read<Preview>> {
  const local = new Date(client.now().getTime() + client.settings.utcOffsetMinutes * 60_000).toISOString();
  if (period.from > period.to) return refusal('invalid', 'period', 'the period ends before it begins');
  if (period.to >= local.slice(0, 10))
    return refusal('invalid', 'period_not_over', 'the period is not over yet');
  const found = await findLine(order.msisdn);
  return found.ok ? { ok: true, value: unpriced } : asRead(found);
}

function refusal(...failure: Parameters<typeof ownFailure>): { ok: false; failure: Failure } {
  return { ok: false, failure: ownFailure(...failure) };
}
