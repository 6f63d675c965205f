import type { Highs, Model } from 'highs';
import type { CoverRow, Tour } from './tour-problem.ts';

/** Prices of the rows, and of each person's having a tour at all. */
export type Duals = { rows: Float64Array; people: Map<number, number> };
export type Master = ReturnType<typeof openMaster>;

/** What nobody pays: a person without a tour, until he has one. */
const withoutTour = 1_000_000;

/**
 * The linear programme that picks a tour for each of `people` from those it was told of, over rows of which `covered` is
 * covered by others already. It owns memory outside of the engine: close it.
 */
export function openMaster(
  highs: Highs,
  { rows, people, covered }: { rows: readonly CoverRow[]; people: readonly number[]; covered: Int32Array },
) {
  const model = highs.createModel();
  const placeOf = new Map(people.map((person, place) => [person, rows.length + place]));
  const tours: Tour[] = [];
  const known = new Set<string>();
  const first = 2 * rows.length + people.length;
  model.options.set({ output_flag: false });
  passFrame(model, highs.infinity, rows, people.length, covered);
  let isSolved = false;
  const solve = () => {
    if (!isSolved) model.run();
    isSolved = true;
  };
  return {
    tours,
    /** Whether it was new. */
    add(tour: Tour): boolean {
      const key = keyOf(tour);
      if (known.has(key)) return false;
      known.add(key);
      const place = placeOf.get(tour.person);
      if (place === undefined) throw new Error(`Person ${tour.person} is not of this programme.`);
      const indices = [...tour.rows, place];
      model.addCol(tour.cost, 0, highs.infinity, { indices, values: indices.map(() => 1) });
      tours.push(tour);
      isSolved = false;
      return true;
    },
    /** Tours that `isAllowed` refuses may not be picked until it is called again. */
    allow(isAllowed: (tour: Tour) => boolean): void {
      for (const [place, tour] of tours.entries())
        model.changeColBounds(first + place, 0, isAllowed(tour) ? highs.infinity : 0);
      isSolved = false;
    },
    relax(): { objective: number; duals: Duals } {
      solve();
      const { rowDual } = model.getSolution();
      return {
        objective: model.getObjectiveValue(),
        duals: {
          rows: rowDual.slice(0, rows.length),
          people: new Map([...placeOf].map(([person, place]) => [person, rowDual[place] ?? 0])),
        },
      };
    },
    /** How much of each tour is picked, of those that are. */
    picked(): { tour: Tour; share: number }[] {
      solve();
      const values = model.getSolution().colValue.subarray(first);
      return tours.flatMap((tour, place) => {
        const share = values[place] ?? 0;
        return share > 1e-9 ? [{ tour, share }] : [];
      });
    },
    /**
     * The best whole choice among the tours found within so many seconds, beginning from `plan`. A tour whose reduced cost
     * is more than `gap`, by which the plan may still be bettered, is in no better one and is left out.
     */
    choose(plan: readonly Tour[], { seconds, gap }: { seconds: number; gap: number }): Tour[] | null {
      solve();
      const reduced = model.getSolution().colDual.subarray(first);
      const chosen = new Set(plan.map(keyOf));
      const start: number[] = [];
      for (const [place, tour] of tours.entries()) {
        const isChosen = chosen.has(keyOf(tour));
        if (isChosen) start.push(first + place);
        if (!isChosen && (reduced[place] ?? 0) > gap) model.changeColBounds(first + place, 0, 0);
        model.changeColIntegrality(first + place, 1);
      }
      model.setSolution({ indices: start, values: start.map(() => 1) });
      model.options.set({ time_limit: model.getRunTime() + seconds, mip_rel_gap: 0 });
      model.run();
      const values = model.getSolution().colValue.subarray(first);
      const found = tours.filter((_, place) => (values[place] ?? 0) > 0.5);
      return found.length === people.length ? found : null;
    },
    close(): void {
      model.dispose();
    },
  };
}

const keyOf = ({ person, choices }: Tour) => `${person} ${choices.join()}`;

/** Rows with what is missing and what is too much, and one row a person with his having no tour. */
function passFrame(
  model: Model,
  infinity: number,
  rows: readonly CoverRow[],
  people: number,
  covered: Int32Array,
): void {
  const size = rows.length;
  const numCols = 2 * size + people;
  const wanted = rows.map((row, place) => row.wanted - (covered[place] ?? 0));
  const bounds = [...wanted, ...Array.from({ length: people }, () => 1)];
  const places = Array.from({ length: numCols }, (_, column) => (column < size ? column : column - size));
  model.passModel({
    numCols,
    numRows: size + people,
    colCost: [
      ...rows.map(({ under }) => under),
      ...rows.map(({ over }) => over),
      ...Array.from({ length: people }, () => withoutTour),
    ],
    colLower: Array.from({ length: numCols }, () => 0),
    colUpper: Array.from({ length: numCols }, () => infinity),
    rowLower: bounds,
    rowUpper: bounds,
    matrix: {
      format: 'csc',
      numRows: size + people,
      numCols,
      starts: Array.from({ length: numCols + 1 }, (_, column) => column),
      indices: places,
      values: places.map((_, column) => (column >= size && column < 2 * size ? -1 : 1)),
    },
  });
}
