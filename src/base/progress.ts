/** Called as work goes on: what is being done, how much of it is done, and how much there is. */
export type OnProgress = (step: string, done: number, total: number) => void;

/** How often a line of progress is written, in milliseconds. */
const OFTEN = 200;

/**
 * Shows progress as one line of a terminal, with counts and the time that is left.
 *
 * @param write writes to the terminal, which returns to the beginning of its line at `\r`
 */
export function progressLine(write: (text: string) => void): { show: OnProgress; clear: () => void } {
  let [step, started, written, length] = ['', 0, 0, 0];
  const replace = (line: string): void => {
    write(`\r${line.padEnd(length)}`);
    length = line.length;
  };
  return {
    show(name, done, total) {
      const now = performance.now();
      if (name !== step) [step, started, written] = [name, now, 0];
      if (now - written < OFTEN) return;
      written = now;
      const perSecond = done / ((now - started) / 1000);
      const pace =
        done > 0 ? `, ${perSecond.toFixed(0)} a second, ${Math.ceil((total - done) / perSecond)} s left` : '';
      replace(`${name}: ${done} of ${total}${pace}`);
    },
    clear() {
      if (length === 0) return;
      replace('');
      write('\r');
    },
  };
}
