const NUMBER = new Intl.NumberFormat('en-GB');

/** A number of things in English, as commands and the desk write it: `1 statement`, `4,312 statements`. */
export const counted = (count: number, thing: string): string =>
  `${NUMBER.format(count)} ${thing}${count === 1 ? '' : 's'}`;
