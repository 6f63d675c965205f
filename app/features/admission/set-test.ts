import { can } from '#app/features/access/can.ts';
import { ok, type Result, refuse } from '#app/platform/result.ts';
import { commit } from '#db/commit.ts';
import { listAdmissionTests, listBank } from '#db/tenant/queries/admission.ts';
import { admissionTests } from '#db/tenant/schema/admission.ts';
import type { AdmissionRefusal, TestInput } from './admission.ts';
import { drawQuestions } from './draw-questions.ts';
import { isAskedFor } from './question-range.ts';
import type { AdmissionDesk } from './write-question.ts';

/**
 * Says from now on what must be passed for a carrier. Attempts under way go on by the version they began with, and
 * passes hold as they were given. A test whose bank is too small is not switched on.
 */
export async function setAdmissionTest(
  { db, actor, carriers, now }: AdmissionDesk,
  carrier: string,
  input: TestInput,
): Promise<Result<{ version: number }, AdmissionRefusal>> {
  if (!can(actor, 'admission:write')) return refuse({ code: 'forbidden', action: 'admission:write' });
  if (!Object.hasOwn(carriers.titles, carrier)) return refuse({ code: 'carrier-not-found' });
  const bank = (await listBank(db)).filter((question) => isAskedFor(question, carrier));
  const trial = drawQuestions(
    input.parts,
    bank.map((question) => ({ ...question, id: question.questionId })),
    0,
  );
  if (input.isOn && !trial.ok) return refuse({ code: 'bank-too-small', topic: trial.short });
  const before = (await listAdmissionTests(db)).find((test) => test.carrier === carrier);
  const version = (before?.version ?? 0) + 1;
  const row = { ...input, carrier, version, setAt: now, setBy: actor.userId };
  const written = await commit(
    db,
    [db.insert(admissionTests).values(row)],
    [{ topic: 'admission', id: carrier }],
  );
  return written.ok ? ok({ version }) : refuse({ code: 'conflict' });
}
