/** A chart of years as it is drawn: bars on one baseline, to scale. Lengths are in pixels. */
export interface YearChart {
  width: number;
  height: number;
  /** Where the bars stand. */
  baseline: number;
  bars: YearBar[];
  /** The first and the last year, and the decades between them. */
  labels: { year: number; x: number; anchor: Anchor }[];
}

export interface YearBar {
  year: number;
  count: number;
  /** The space of the year, which can be pointed at. */
  x: number;
  step: number;
  /** The bar in it; without anything counted it has no height. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Where its value is written, above all bars. */
  valueX: number;
  anchor: Anchor;
}

type Anchor = 'start' | 'middle' | 'end';

/** As wide as a column of text. */
const WIDTH = 640;
/** The height of the longest bar, and of the lines of text above and below. */
const [LONGEST, VALUE, LABEL] = [48, 18, 20];
/** The widest space of a year, and the shortest bar of one that has anything. */
const [WIDEST, SHORTEST] = [18, 2];
/** Less room than this between two labels lets them run into each other. */
const ROOM = 44;

/** Lays out a chart; years between the first and the last may be missing. */
export function yearChart(counts: ReadonlyMap<number, number>): YearChart {
  const height = VALUE + LONGEST + LABEL;
  const baseline = VALUE + LONGEST;
  if (counts.size === 0) return { width: 0, height, baseline, bars: [], labels: [] };
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const step = Math.min(WIDEST, WIDTH / years.length);
  const width = Math.max(step * years.length, 2 * ROOM);
  const most = Math.max(...counts.values());
  const bars = years.map((year, index): YearBar => {
    const count = counts.get(year) ?? 0;
    const bar = count === 0 ? 0 : Math.max(SHORTEST, Math.round((count / most) * LONGEST));
    const x = index * step;
    const anchor = x < width / 3 ? 'start' : x > (2 * width) / 3 ? 'end' : 'middle';
    const valueX = anchor === 'start' ? x : anchor === 'end' ? x + step : x + step / 2;
    return {
      year,
      count,
      x,
      step,
      left: x + step * 0.2,
      top: baseline - bar,
      width: step * 0.6,
      height: bar,
      valueX,
      anchor,
    };
  });
  const ends: YearChart['labels'] = [{ year: first, x: 0, anchor: 'start' }];
  if (last !== first) ends.push({ year: last, x: step * years.length, anchor: 'end' });
  const decades = bars
    .filter(({ year }) => year % 10 === 0)
    .map(({ year, x }) => ({ year, x: x + step / 2, anchor: 'middle' as const }))
    .filter(({ x }) => x > ROOM * 1.5 && x < step * years.length - ROOM * 1.5);
  // So many decades that their labels would touch are marked every second, third … one.
  const every = Math.max(1, Math.ceil(ROOM / (10 * step)));
  return { width, height, baseline, bars, labels: [...ends, ...decades.filter((_, index) => index % every === 0)] };
}
