import { erlangB, loadOf, type Offered, type ServiceLevel } from './erlang-c.ts';

/** Of longer queues less than this share of all time is left. */
const negligible = 1e-14;
/** Beyond it all is measured anew, lest it leave what a number can hold. */
const largest = 1e150;

/**
 * Whoever waits loses patience after an exponential time of mean `patienceS`: M/M/n+M (Palm, 1957; Garnett, Mandelbaum
 * and Reiman, 2002). `withinTarget` is served within the target, of all that were offered; `meanWaitS` is of all, those
 * who left included.
 */
export function erlangA(
  offered: Offered & { patienceS: number },
  agents: number,
  targetS: number,
): ServiceLevel {
  const { contacts, periodS, handlingS, patienceS } = offered;
  if (contacts === 0) return { waits: 0, withinTarget: 1, meanWaitS: 0, occupancy: 0, abandons: 0 };
  const arrivals = contacts / periodS;
  const queue = weighQueue(arrivals, agents / handlingS, 1 / patienceS);
  const busy = queue.reduce((sum, weight) => sum + weight, 0);
  const total = (queue[0] ?? 0) * (1 / erlangB(loadOf(offered), agents) - 1) + busy;
  const waits = busy / total;
  const waiting = queue.reduce((sum, weight, length) => sum + weight * length, 0) / total;
  const abandons = waiting / patienceS / arrivals;
  const served = servedInTime((agents * patienceS) / handlingS, Math.exp(-targetS / patienceS));
  const servedAfterWait = queue.reduce((sum, weight) => sum + weight * served(), 0) / total;
  return {
    waits,
    withinTarget: 1 - waits + servedAfterWait,
    meanWaitS: waiting / arrivals,
    occupancy: agents === 0 ? 1 : ((arrivals * handlingS) / agents) * (1 - abandons),
    abandons,
  };
}

/**
 * How long each queue length lasts, in one measure for all; the first is that in which all agents are busy and nobody
 * waits. The states with a free agent last as 1 ÷ B − 1 to it.
 */
function weighQueue(arrivals: number, service: number, impatience: number): number[] {
  const weights = [1];
  let [weight, sum] = [1, 1];
  for (let length = 1; weight > negligible * sum; length += 1) {
    weight *= arrivals / (service + length * impatience);
    weights.push(weight);
    sum += weight;
    if (sum < largest) continue;
    for (const [place, value] of weights.entries()) weights[place] = value / largest;
    weight /= largest;
    sum /= largest;
  }
  return weights;
}

/**
 * Called once for each queue length from nought on: the chance to be served in time with so many ahead. Of the time until
 * an agent is free, T, exp(−T ÷ patience) is Beta(rate, ahead + 1): it is the product of independent powers of uniform
 * draws (Rényi). In time and still patient is then the mean of that value above `floor` = exp(−target ÷ patience),
 * rate ÷ (rate + ahead + 1) × (1 − I(floor; rate + 1, ahead + 1)); the incomplete beta function I goes on by a recursion.
 */
function servedInTime(rate: number, floor: number): () => number {
  let ahead = 0;
  let logTerm = (rate + 1) * Math.log(floor);
  let incomplete = Math.exp(logTerm);
  const logOther = Math.log1p(-floor);
  return () => {
    const chance = (rate / (rate + ahead + 1)) * (1 - Math.min(1, incomplete));
    ahead += 1;
    logTerm += logOther + Math.log((rate + ahead) / ahead);
    incomplete += Math.exp(logTerm);
    return chance;
  };
}
