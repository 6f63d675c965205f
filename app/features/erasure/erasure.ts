/**
 * Why a person's data are destroyed: he asked for it or took back his consent (152-FZ, art. 14 and 21), what they were for
 * is done, or the client company orders it.
 */
export const erasureGrounds = ['demand', 'consent-withdrawn', 'purpose-reached', 'client-order'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** What is still going on with him: it needs his data, and is ended first. Counts, and kopecks of either sign. */
export type OpenBusiness = {
  activeLines: number;
  openRequests: number;
  openCases: number;
  openTalks: number;
  owesKopecks: number;
  disputes: number;
};

export type Obstacle = keyof OpenBusiness;

/** What stands in the way, in the order in which it is best ended. */
export function obstaclesOf(business: OpenBusiness): Obstacle[] {
  const order: Obstacle[] = [
    'openRequests',
    'openCases',
    'openTalks',
    'disputes',
    'owesKopecks',
    'activeLines',
  ];
  return order.filter((obstacle) => business[obstacle] !== 0);
}

/** What stands where something told of him. */
export const erasedText = '—';

/** In place of a number or a name that must differ from every other. */
export function erasedKey(id: string): string {
  return `${erasedText}${id}`;
}

/** Kinds of data, as an act names them, and the tables that hold them. */
export const dataKinds = {
  person: ['subscribers', 'search_terms'],
  lines: [
    'lines',
    'line_options',
    'line_usage',
    'line_usage_days',
    'line_usage_days',
    'balance_readings',
    'billing_accounts',
    'departures',
  ],
  words: [
    'cases',
    'case_events',
    'messages',
    'drafts',
    'complaint_steps',
    'ratings',
    'goodwill_decisions',
    'notices',
  ],
  contacts: ['contacts', 'call_events', 'mail_arrivals', 'form_arrivals', 'knowledge_searches'],
  files: ['attachments', 'uploads'],
  requests: ['requests', 'request_events', 'wire_records', 'batch_rejects'],
  money: ['journal_entries', 'debt_disputes', 'call_tasks', 'billing_rejects', 'payment_habits'],
  forecasts: ['churn_scores', 'churn_score_history', 'churn_due', 'nonpayment_forecasts', 'audience_lines'],
  retention: ['save_talks', 'offer_uses', 'campaign_members', 'campaign_calls'],
  cabinet: [
    'cabinet_sessions',
    'cabinet_codes',
    'cabinet_notices',
    'cabinet_preferences',
    'cabinet_readings',
  ],
  consents: ['consents', 'contact_bars'],
  outreach: ['outreach_attempts', 'outreach_refusals'],
  access: ['access_log'],
} as const;
export type DataKind = keyof typeof dataKinds;

const kindOfTable = new Map<string, DataKind>(
  Object.entries(dataKinds).flatMap(([kind, tables]) => tables.map((table) => [table, kind as DataKind])),
);

export type ErasedCount = { kind: DataKind; deed: 'deleted' | 'emptied' | 'kept'; rows: number };

/** Sums of an act by kind of data, of those that there were any of. Throws RangeError for a table no kind holds. */
export function sumByKind(
  rows: readonly { table: string; deed: ErasedCount['deed']; rows: number }[],
): ErasedCount[] {
  const sums = new Map<string, ErasedCount>();
  for (const { table, deed, rows: count } of rows) {
    const kind = kindOfTable.get(table);
    if (!kind) throw new RangeError(`The table ${table} belongs to no kind of data: name it in dataKinds.`);
    const sum = sums.get(`${kind} ${deed}`) ?? { kind, deed, rows: 0 };
    sums.set(`${kind} ${deed}`, { ...sum, rows: sum.rows + count });
  }
  return [...sums.values()].filter(({ rows: count }) => count > 0);
}
