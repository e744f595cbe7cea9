import * as chrono from 'chrono-node';
import { expect, test } from 'vitest';
import { dateOf, type Day } from '../../base/day.ts';
import { findDates } from './find-dates.ts';

/** A Wednesday. */
const published = '2023-05-17' as Day;

/** A sentence, the words in it that say when, and the date that they mean. */
const PHRASES: [string, string, string][] = [
  ['he said on Wednesday.', 'Wednesday', '2023-05-17'],
  ['he said on Thursday.', 'Thursday', '2023-05-11'],
  ['he said on Monday that', 'Monday', '2023-05-15'],
  ['he said on Sunday evening.', 'Sunday evening', '2023-05-14'],
  ['he said Tuesday.', 'Tuesday', '2023-05-16'],
  ['he said Friday that', 'Friday', '2023-05-12'],
  ['she told reporters Saturday.', 'Saturday', '2023-05-13'],
  ['he said late Tuesday.', 'late Tuesday', '2023-05-16'],
  ['he said early Monday morning.', 'early Monday morning', '2023-05-15'],
  ['he said Monday night.', 'Monday night', '2023-05-15'],
  ['he said last Wednesday.', 'last Wednesday', '2023-05-10'],
  ['he said last Friday.', 'last Friday', '2023-05-12'],
  ['he said this past Sunday.', 'this past Sunday', '2023-05-14'],
  ['by Tuesday the tide', 'Tuesday', '2023-05-16'],
  ['Sunday night the bell', 'Sunday night', '2023-05-14'],
  ['he said today.', 'today', '2023-05-17'],
  ['he said earlier today.', 'earlier today', '2023-05-17'],
  ['Today the council', 'Today', '2023-05-17'],
  ['he said this morning.', 'this morning', '2023-05-17'],
  ['he said this afternoon.', 'this afternoon', '2023-05-17'],
  ['he said tonight.', 'tonight', '2023-05-17'],
  ['They met yesterday.', 'yesterday', '2023-05-16'],
  ['Yesterday the ferry', 'Yesterday', '2023-05-16'],
  ['he said yesterday evening.', 'yesterday evening', '2023-05-16'],
  ['he said last night.', 'last night', '2023-05-16'],
  ['he said this week.', 'this week', '2023-05-15~'],
  ['he said earlier this week.', 'earlier this week', '2023-05-15~'],
  ['Earlier this week the', 'Earlier this week', '2023-05-15~'],
  ['he said last week.', 'last week', '2023-05-10~'],
  ['he said this month.', 'this month', '2023-05'],
  ['he said earlier this month.', 'earlier this month', '2023-05'],
  ['Sales fell last month.', 'last month', '2023-04'],
  ['he said late last month.', 'late last month', '2023-04'],
  ['he said this year.', 'this year', '2023'],
  ['he said earlier this year.', 'earlier this year', '2023'],
  ['It closed last year.', 'last year', '2022'],
  ['It closed late last year.', 'late last year', '2022'],
  ['It decried in March that', 'March', '2023-03'],
  ['published in May, it', 'May', '2023-05'],
  ['offered in November.', 'November', '2022-11'],
  ['In January, he went', 'January', '2023-01'],
  ['reacted in February to', 'February', '2023-02'],
  ['In June he said', 'June', '2022-06'],
  ['said in early March', 'early March', '2023-03'],
  ['said in late December', 'late December', '2022-12'],
  ['said in mid-April', 'mid-April', '2023-04'],
  ['said in Sept. that', 'Sept.', '2022-09'],
  ['since last September due', 'last September', '2022-09'],
  ['said last May that', 'last May', '2022-05'],
  ['said last March that', 'last March', '2023-03'],
  ['said late last December', 'late last December', '2022-12'],
  ['said this March that', 'this March', '2023-03'],
  ['during October the', 'October', '2022-10'],
  ['In March 2022 it closed.', 'March 2022', '2022-03'],
  ['In early March 2022 it closed.', 'early March 2022', '2022-03'],
  ['in September of 2020', 'September of 2020', '2020-09'],
  ['On March 5 it closed.', 'March 5', '2023-03-05'],
  ['On March 5th it closed.', 'March 5th', '2023-03-05'],
  ['On 5 March it closed.', '5 March', '2023-03-05'],
  ['On May 17 it closed.', 'May 17', '2023-05-17'],
  ['On May 18 it closed.', 'May 18', '2022-05-18'],
  ['On December 31 it closed.', 'December 31', '2022-12-31'],
  ['On Nov. 3 it closed.', 'Nov. 3', '2022-11-03'],
  ['On March 5, 2021, it closed.', 'March 5, 2021', '2021-03-05'],
  ['On 5 March 2021 it closed.', '5 March 2021', '2021-03-05'],
  ['dated 2021-03-05 and', '2021-03-05', '2021-03-05'],
  ['in 2019 he said', 'in 2019', '2019'],
  ['during 2022 he said', 'during 2022', '2022'],
  ['alliance last fall.', 'last fall', '2022-23'],
  ['alliance last autumn.', 'last autumn', '2022-23'],
  ['he said last summer.', 'last summer', '2022-22'],
  ['he said last winter.', 'last winter', '2022-24'],
  ['he said last spring.', 'last spring', '2022-21'],
  ['he said this spring.', 'this spring', '2023-21'],
  ['he said in the summer that', 'summer', '2022-22'],
  ['over the winter the', 'winter', '2022-24'],
  ['in the spring of 2021', 'the spring of 2021', '2021-21'],
  ['in winter 2020', 'winter 2020', '2020-24'],
  ['he said two days ago.', 'two days ago', '2023-05-15'],
  ['he said 10 days ago.', '10 days ago', '2023-05-07'],
  ['he said a week ago.', 'a week ago', '2023-05-10~'],
  ['he said two weeks ago.', 'two weeks ago', '2023-05-03~'],
  ['he said three months ago.', 'three months ago', '2023-02~'],
  ['he said a year ago.', 'a year ago', '2022~'],
  ['he said five years ago.', 'five years ago', '2018~'],
  ['he said a decade ago.', 'a decade ago', '2013~'],
  ['he said two decades ago.', 'two decades ago', '2003~'],
];

test.each(PHRASES)('"%s": "%s" is %s', (text, phrase, date) => {
  const [found, ...others] = findDates(text, published);
  expect(found && text.slice(found.start, found.end)).toBe(phrase);
  expect(found?.date).toBe(date);
  expect(others).toEqual([]);
});

test('at least eighty phrases are known', () => {
  expect(new Set(PHRASES.map(([text]) => text)).size).toBeGreaterThanOrEqual(80);
});

test.each([
  'They may leave.',
  'Mr. March left.',
  'in the fall of Rome',
  'He will speak this fall.',
  'He will speak tomorrow.',
  'He will speak next week.',
  'He spoke the next day.',
  'Black Friday sales rose.',
  'In May 2024 it will close.',
  'On March 5, 2024, it will close.',
  'On February 30, 2022, it closed.',
  'In March 45 percent agreed.',
  'room 2019 was closed',
  'the 1990s were loud',
  'a June wedding',
])('finds no date in "%s", or at most the month', (text) => {
  for (const { date } of findDates(text, published)) expect(date).toBe('2023-03');
});

test('no phrase is dated after the day of publication, on any day of two years', () => {
  const start = dateOf('2022-12-28').getTime();
  for (let days = 0; days < 730; days += 9) {
    const day = new Date(start + days * 86_400_000).toISOString().slice(0, 10) as Day;
    for (const [text] of PHRASES) {
      for (const { date } of findDates(text, day)) {
        const known = date.replace(/[~?]$/, '');
        const latest = /-2[1-4]$/.test(known) ? known.slice(0, 4) : known;
        expect(latest <= day.slice(0, latest.length), `${text} on ${day}: ${date}`).toBe(true);
      }
    }
  }
});

/** What chrono-node reads differently: it prefers the future or the nearest weekday, or rounds weeks and months. */
const ASKEW = /week|month|year|decade|last (?:[A-Z]|night)|past|mid-|winter|spring|summer|autumn|fall|Sept\./;

test('an independent parser agrees on the day, whenever it reads a past day from these words', () => {
  let agreed = 0;
  for (const [, phrase, date] of PHRASES) {
    if (!/^\d{4}-\d\d-\d\d$/.test(date) || ASKEW.test(phrase)) continue;
    const [other] = chrono.parse(phrase, { instant: new Date('2023-05-17T12:00:00Z'), timezone: 0 });
    const day = other?.start.date().toISOString().slice(0, 10) ?? '';
    if (day === '' || day > published) continue;
    const isNear =
      Math.abs(dateOf(day).getTime() - dateOf(date).getTime()) <=
      86_400_000 * (/[ \w](?:night|evening)$/.test(phrase) ? 1 : 0);
    expect(isNear || day === date, `${phrase}: ${day} against ${date}`).toBe(true);
    agreed++;
  }
  expect(agreed).toBeGreaterThan(25);
});
