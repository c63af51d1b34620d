// Hares eat grass, lynxes eat hares. Many hares make many
// lynxes, which leave few hares: two waves, one after the other.

interface State {
  year: number;
  hares: number;
  lynxes: number;
}

const BIRTH = 0.9; // Hares born, for each hare in a year.
const HUNT = 0.04; // Hares caught, for each pair that meets.
const GROWTH = 0.3; // Lynxes born, for each hare caught.
const DEATH = 0.6; // Lynxes dying, for each lynx in a year.

// How much both change, for the equations of Lotka and Volterra.
function step(now: State, years: number): State {
  const caught = HUNT * now.hares * now.lynxes;
  const hares = now.hares + (BIRTH * now.hares - caught) * years;
  const lynxes =
    now.lynxes + (GROWTH * caught - DEATH * now.lynxes) * years;
  return { year: now.year + years, hares, lynxes };
}

function* simulate(start: State, years: number) {
  const perYear = 1000;
  let state = start;
  for (let i = 0; i <= years * perYear; i++) {
    if (i % (perYear / 5) === 0) yield state;
    state = step(state, 1 / perYear);
  }
}

const states = [...simulate({ year: 0, hares: 30, lynxes: 8 }, 30)];

// For the chart: one row for each animal and time.
const rows = states.flatMap(({ year, hares, lynxes }) => [
  { year, animal: 'hares', count: hares },
  { year, animal: 'lynxes', count: lynxes },
]);

// A chart is described, not drawn: what goes where, by the
// grammar of Vega-Lite.
display.chart({
  data: { values: rows },
  mark: { type: 'line', strokeWidth: 2 },
  encoding: {
    x: {
      field: 'year',
      type: 'quantitative',
      title: 'Year',
      scale: { domain: [0, 30] },
    },
    y: { field: 'count', type: 'quantitative', title: 'Animals' },
    color: { field: 'animal', title: null },
  },
  width: 'container',
  height: 220,
});

type Animal = Exclude<keyof State, 'year'>;
for (const animal of ['hares', 'lynxes'] satisfies Animal[]) {
  const counts = states.map((state) => state[animal]);
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  console.log(`${animal}: ${low.toFixed()} to ${high.toFixed()}`);
}
