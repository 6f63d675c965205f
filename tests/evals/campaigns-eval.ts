import type { Verdict } from '#app/features/campaign-proof/campaign-proof.ts';
import { measureProof, type Proof } from '#app/features/campaign-proof/measure-proof.ts';
import { createDraws, type Draws } from '#seeds/draws.ts';
import type { Measured } from '#tests/bench/bench.ts';
import { type KindShares, makeAudience, runCampaign, trueEffect } from './draw-campaign.ts';
import type { EvalContext } from './eval.ts';

type Scenario = {
  /** Of each wave: how many people, and what share of them is left alone. */
  waves: readonly { people: number; controlPercent: number }[];
  strata: readonly KindShares[];
};

const campaignsEach = 200;
/** So many times two hundred: that many intervals alone say little of a share of 95 %. */
const rounds = 3;
const bands: readonly KindShares[] = [
  { weight: 6, persuadable: 60, lost: 140, 'do-not-disturb': 20 },
  { weight: 3, persuadable: 350, lost: 500, 'do-not-disturb': 60 },
  { weight: 1, persuadable: 900, lost: 1800, 'do-not-disturb': 150 },
];
const scenarios = {
  usual: { waves: [{ people: 2500, controlPercent: 20 }], strata: bands },
  smallControl: { waves: [{ people: 3000, controlPercent: 5 }], strata: bands },
  smallAudience: { waves: [{ people: 600, controlPercent: 30 }], strata: bands },
  rareChurn: {
    waves: [{ people: 2500, controlPercent: 20 }],
    strata: [
      { weight: 8, persuadable: 20, lost: 50, 'do-not-disturb': 5 },
      { weight: 2, persuadable: 90, lost: 160, 'do-not-disturb': 30 },
    ],
  },
  foretold: {
    waves: [{ people: 2500, controlPercent: 20 }],
    strata: [
      { weight: 5, persuadable: 20, lost: 100, 'do-not-disturb': 20 },
      { weight: 3, persuadable: 200, lost: 900, 'do-not-disturb': 50 },
      { weight: 2, persuadable: 500, lost: 5500, 'do-not-disturb': 100 },
    ],
  },
  nothing: {
    waves: [{ people: 2500, controlPercent: 20 }],
    strata: bands.map((band) => ({ ...band, persuadable: 100, 'do-not-disturb': 100 })),
  },
  harm: {
    waves: [{ people: 2500, controlPercent: 20 }],
    strata: bands.map((band) => ({ ...band, persuadable: 50, 'do-not-disturb': 320 })),
  },
  waves: {
    waves: [
      { people: 1000, controlPercent: 10 },
      { people: 700, controlPercent: 20 },
      { people: 800, controlPercent: 50 },
    ],
    strata: bands,
  },
} satisfies Record<string, Scenario>;

/** Campaigns whose true effects are known, drawn and measured by the product's own rules: how often its intervals hold the truth. */
export async function campaigns({ say, options }: EvalContext): Promise<Measured> {
  const draws = createDraws(Number(options.seed ?? 42));
  const figures = Object.entries<Scenario>(scenarios).map(([name, scenario]) => {
    say(name);
    return [name, judgeScenario(draws, name, scenario)] as const;
  });
  const coverages = figures.map(([, { coverage }]) => coverage);
  const all = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
  const of = Object.fromEntries(figures);
  return {
    figures: { ...of, campaigns: campaignsEach, rounds, coverage: all },
    limited: {
      coverageLeast: Math.min(...coverages),
      coverageMost: Math.max(...coverages),
      allLeast: all,
      allMost: all,
      provenOfNothing: of.nothing?.verdicts.works ?? 1,
      workOfHarm: of.harm?.verdicts.works ?? 1,
      harmSaid: of.harm?.verdicts.harms ?? 0,
    },
  };
}

type Judged = { holds: boolean; verdict: Verdict; width: number; counted: number; caused: number };

function judgeScenario(draws: Draws, name: string, scenario: Scenario) {
  const all = Array.from({ length: campaignsEach * rounds }, (_, nth) =>
    judgeCampaign(draws, `${name}-${nth}`, scenario),
  );
  const share = (own: readonly Judged[], is: (one: Judged) => boolean) => own.filter(is).length / own.length;
  const mean = (figure: 'width' | 'counted' | 'caused') =>
    all.reduce((sum, one) => sum + one[figure], 0) / all.length;
  const verdicts = ['works', 'harms', 'not-proven'] as const;
  return {
    coverage: share(all, ({ holds }) => holds),
    firstCoverage: share(all.slice(0, campaignsEach), ({ holds }) => holds),
    width: mean('width'),
    verdicts: Object.fromEntries(
      verdicts.map((verdict) => [verdict, share(all, (one) => one.verdict === verdict)]),
    ),
    counted: Math.round(mean('counted')),
    caused: Math.round(mean('caused') * 10) / 10,
  };
}

/** Several waves of one idea are one measurement; the truth is that of the people they are taken from, by the treated of each. */
function judgeCampaign(draws: Draws, name: string, { waves, strata }: Scenario): Judged {
  const truth = trueEffect(strata);
  const tallies = waves.flatMap(({ people, controlPercent }, nth) => {
    const wave = `${name}-${nth}`;
    const salt = `${draws.int(0, 1_000_000_000)}`;
    return runCampaign(makeAudience(draws, wave, people, strata), { wave, salt, controlPercent });
  });
  return judgeProof(measureProof(tallies, 'left', 0), truth);
}

function judgeProof({ effect, verdict, counted, treated }: Proof, truth: number): Judged {
  if (!effect) throw new Error('A campaign had nobody on one side.');
  const holds = effect.low <= truth && truth <= effect.high;
  return { holds, verdict, width: effect.high - effect.low, counted, caused: truth * treated.n };
}
