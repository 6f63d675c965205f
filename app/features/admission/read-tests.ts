import type { TenantDb } from '#db/open.ts';
import { listAdmissionTests, listBank } from '#db/tenant/queries/admission.ts';
import type { AdmissionTest } from './admission.ts';
import { isAskedFor } from './question-range.ts';

export type CarrierTest = Awaited<ReturnType<typeof readTests>>[number];

/** What each carrier's test asks, and how many questions of which topic it could draw. */
export async function readTests(db: TenantDb, carriers: readonly string[]) {
  const [tests, bank] = [await listAdmissionTests(db), await listBank(db)];
  return carriers.map((carrier) => {
    const asked = bank.filter((question) => isAskedFor(question, carrier));
    const topics = [...Map.groupBy(asked, ({ topic }) => topic)].map(([topic, questions]) => {
      return { topic, inBank: questions.length };
    });
    const test: AdmissionTest | null = tests.find((one) => one.carrier === carrier) ?? null;
    return { carrier, test, topics };
  });
}
