import { fitModel, foretell } from '#app/features/prediction/fit-model.ts';
import { aucInterval, aucOf, brierOf, calibrationErrorOf, liftAt } from '#app/features/prediction/metrics.ts';
import type { ModelParameters, Samples } from '#app/features/prediction/model.ts';
import { nonpaymentColumns, nonpaymentRidge } from '#app/features/prediction/nonpayment-features.ts';
import { type ReplayedCharge, replayCharges } from '#app/features/prediction/replay-charges.ts';
import { scorecard } from '#app/features/prediction/scorecard.ts';
import { shuffleLabels } from '#app/features/prediction/split-rows.ts';
import { trainLadder } from '#app/features/prediction/train-ladder.ts';
import { samplesOf } from '#app/features/prediction/train-nonpayment.ts';
import type { Measured } from '#tests/bench/bench.ts';
import type { EvalContext } from './eval.ts';
import { findLeaks } from './find-leaks.ts';
import { type Invoice, readDate, readInvoices, readMap } from './invoices.ts';
import { readColumns, readTable } from './read-table.ts';

type Case = ReplayedCharge<Invoice>;

/**
 * Foretells which invoices of a file are paid late by the product's own features, models and rules: made of what was
 * known before the split date, judged on the invoices issued from it on.
 */
export async function nonpayment({ say, options }: EvalContext): Promise<Measured> {
  if (!options.data) throw new Error('Say which file: --data FILE.');
  const split = readDate(options.split ?? '2013-06-01');
  if (!split) throw new Error(`"${options.split}" is no date.`);
  const map = readMap(options.map);
  const invoices = readInvoices(readTable(options.data), map);
  const made = replayAll(invoices, split);
  const later = replayAll(invoices, '9999-12-31').filter(({ asOf }) => asOf >= split);
  say(`${made.length} invoices make the model, ${later.length} judge it.`);
  if (made.length < 100 || later.length < 20) throw new Error(`Too few invoices on one side of ${split}.`);
  const [train, test] = [samplesOf(made), samplesOf(later)];
  const { chosen } = trainLadder(train, scorecard, nonpaymentRidge);
  const ridge = chosen.kind === 'logistic' ? nonpaymentRidge : undefined;
  const final = chosen.kind === 'scorecard' ? chosen : fitModel(chosen.kind, train, ridge);
  const judged = judgeAll(final, train, test);
  const unused = Object.keys(invoices[0]?.row ?? {}).filter((name) => !Object.values(map).includes(name));
  const suspicious = suspectColumns(made, unused);
  const shuffled = shuffledAuc(train, test, Number(options.seed ?? 42));
  return {
    figures: {
      split,
      made: made.length,
      judged: later.length,
      chosen: chosen.kind,
      ...judged,
      shuffled,
      unused,
      suspicious,
    },
    limited: {
      auc: judged.auc,
      aucOverBaseline: judged.auc - judged.baselineAuc,
      brier: judged.brier,
      shuffledAucLeast: shuffled,
      shuffledAucMost: shuffled,
    },
  };
}

/** In the order of time, as whoever stands at `until` knows them. */
function replayAll(invoices: readonly Invoice[], until: string): Case[] {
  const byCustomer = Map.groupBy(invoices, ({ customer }) => customer);
  return [...byCustomer.values()]
    .flatMap((own) => replayCharges(own, until))
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

function judgeAll(model: ModelParameters, train: Samples, test: Samples) {
  const probabilities = foretell(model, test);
  const { labels } = test;
  const auc = aucOf(probabilities, labels);
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const rivals = [scorecard, fitModel('logistic', train, nonpaymentRidge), fitModel('additive', train)];
  return {
    auc,
    interval: aucInterval(auc, positives, labels.length - positives),
    brier: brierOf(probabilities, labels),
    calibrationError: calibrationErrorOf(probabilities, labels),
    lift: liftAt(0.1, probabilities, labels),
    baselineAuc: pastLateAuc(train, test),
    modelBytes: JSON.stringify(model).length,
    rivals: rivals.map((rival) => {
      const foretold = foretell(rival, test);
      return { kind: rival.kind, auc: aucOf(foretold, labels), brier: brierOf(foretold, labels) };
    }),
  };
}

/** The customer's past late ratio alone; of a new customer, the average. */
function pastLateAuc(train: Samples, test: Samples): number {
  const average = train.labels.reduce((sum, label) => sum + label, 0) / train.labels.length;
  const column = nonpaymentColumns.findIndex(({ name }) => name === 'lateShare');
  const shares = (test.values[column] ?? new Float64Array()).map((share) =>
    Number.isNaN(share) ? average : share,
  );
  return aucOf(shares, test.labels);
}

/** The mean of twenty shuffles of all labels: whatever is above a half was never in the features. */
function shuffledAuc(train: Samples, test: Samples, seed: number): number {
  const all = Uint8Array.from([...train.labels, ...test.labels]);
  const aucs = Array.from({ length: 20 }, (_, index) => {
    const mixed = shuffleLabels(all, seed + index);
    const model = fitModel(
      'logistic',
      { ...train, labels: mixed.slice(0, train.labels.length) },
      nonpaymentRidge,
    );
    const labels = mixed.slice(train.labels.length);
    return aucOf(foretell(model, { ...test, labels }), labels);
  });
  return aucs.reduce((sum, auc) => sum + auc, 0) / aucs.length;
}

/** Columns of the file that were not asked for: none is an input, and those that know the answer are named. */
function suspectColumns(made: readonly Case[], unused: readonly string[]) {
  const { columns, values } = readColumns(
    made.map(({ charge }) => charge.row),
    unused,
  );
  const known = samplesOf(made);
  const samples = {
    columns: [...known.columns, ...columns],
    values: [...known.values, ...values],
    labels: known.labels,
  };
  return findLeaks(
    samples,
    columns.map(({ name }) => name),
    42,
  );
}
