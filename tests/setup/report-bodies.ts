const ownReport = {
  name: 'Чужой отчёт',
  sharing: 'staff',
  definition: {
    metrics: ['opened'],
    by: null,
    where: null,
    period: { kind: 'last', count: 1, unit: 'week' },
    step: null,
  },
};

/** What the addresses of own reports, their mails and exports of persons are sent. */
export function reportBodiesFor(ids: Record<string, string>) {
  return {
    'routes/client/own-report-saving.ts': { json: ownReport },
    'routes/client/own-report-definition.ts': { json: ownReport },
    'routes/client/own-report-removal.ts': { form: '' },
    'routes/client/own-report-restoring.ts': { form: '' },
    'routes/plan/person-export-taking.ts': {
      form: 'list=cases&format=csv&carrier=&from=&to=&reason=%D0%A1%D0%B2%D0%B5%D1%80%D0%BA%D0%B0+2026',
    },
    'routes/plan/report-addresses.ts': { form: 'address=boss@client.example&language=ru' },
    'routes/plan/report-address-ending.ts': { form: '' },
    'routes/plan/report-schedules.ts': {
      json: {
        mailed: { kind: 'month' },
        file: 'report.pdf',
        rhythm: { every: 'month', weekday: 1, monthDay: 8, hour: 9 },
        addressIds: [ids.reportAddressId],
      },
    },
    'routes/plan/report-schedule-removal.ts': { form: '' },
  };
}
