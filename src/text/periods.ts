/** The periods beside one in a list of periods, newest first. */
export function neighbours(periods: readonly string[], period: string): { older?: string; newer?: string } {
  const at = periods.indexOf(period);
  const [older, newer] = [periods[at + 1], periods[at - 1]];
  return { ...(older ? { older } : {}), ...(newer ? { newer } : {}) };
}

/** The months of a year, `2023-01` to `2023-12`. */
export function monthsOf(year: string): string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}

/** The months between the first and the last of some days that contain none of them. */
export function missingMonths(days: readonly string[]): string[] {
  const present = new Set(days.map((day) => day.slice(0, 7)));
  const [first, last] = [[...present].toSorted()[0], [...present].toSorted().at(-1)];
  if (!first || !last) return [];
  const years = Array.from({ length: Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1 }, (_, index) =>
    String(Number(first.slice(0, 4)) + index),
  );
  return years.flatMap(monthsOf).filter((month) => month > first && month < last && !present.has(month));
}

/** Months that follow one another as ranges: `1998-05`, or the first and the last. */
export function monthRanges(months: readonly string[]): [first: string, last: string][] {
  const ranges: [string, string][] = [];
  for (const month of months) {
    const range = ranges.at(-1);
    if (range && isNextMonth(range[1], month)) range[1] = month;
    else ranges.push([month, month]);
  }
  return ranges;
}

const isNextMonth = (month: string, next: string): boolean => numberOf(next) - numberOf(month) === 1;
const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
