import { type BulkDeed, type BulkResult, bulkPiece } from '#app/features/case/bulk-deed.ts';

type Step = { deed: BulkDeed; caseIds: string[] };
export type BulkFailure = { id: string; number: number | null; code: string };

/** A deed on many cases under way. Kept in the browser, so that a page read again goes on with it. */
export type BulkJob = {
  /** What is being done, in words. */
  what: string;
  /** What is still to be sent. */
  left: Step[];
  all: number;
  done: number;
  failures: BulkFailure[];
  /** What takes back what was done. */
  undo: Step[];
  isPaused: boolean;
};

export function beginBulk(what: string, deed: BulkDeed, caseIds: readonly string[]): BulkJob {
  const left = [{ deed, caseIds: [...caseIds] }];
  return { what, left, all: caseIds.length, done: 0, failures: [], undo: [], isPaused: false };
}

/** What to send next; none: it is finished. */
export function nextPiece({ left }: BulkJob): Step | null {
  const step = left.find(({ caseIds }) => caseIds.length > 0);
  return step ? { deed: step.deed, caseIds: step.caseIds.slice(0, bulkPiece) } : null;
}

/** The job after a piece was answered. A case that was answered is not sent again, whatever came of it. */
export function takeResults(job: BulkJob, results: readonly BulkResult[]): BulkJob {
  const answered = new Set(results.map(({ id }) => id));
  const failed = results.flatMap((result) =>
    result.isDone ? [] : [{ id: result.id, number: result.number, code: result.code }],
  );
  const left = job.left
    .map(({ deed, caseIds }) => ({ deed, caseIds: caseIds.filter((id) => !answered.has(id)) }))
    .filter(({ caseIds }) => caseIds.length > 0);
  return {
    ...job,
    left,
    done: job.done + results.length - failed.length,
    failures: [...job.failures, ...failed],
    undo: results.reduce(gatherUndo, job.undo),
  };
}

/** Cases that are taken back by the same deed go together. */
function gatherUndo(steps: Step[], result: BulkResult): Step[] {
  if (!result.isDone || !result.undo) return steps;
  const deed = result.undo;
  const key = JSON.stringify(deed);
  const same = steps.find((step) => JSON.stringify(step.deed) === key);
  if (!same) return [...steps, { deed, caseIds: [result.id] }];
  return steps.map((step) => (step === same ? { deed, caseIds: [...step.caseIds, result.id] } : step));
}

/** The job that takes back what this one did. */
export function undoBulk({ undo }: BulkJob, what: string): BulkJob {
  const all = undo.reduce((sum, { caseIds }) => sum + caseIds.length, 0);
  return { what, left: undo, all, done: 0, failures: [], undo: [], isPaused: false };
}
