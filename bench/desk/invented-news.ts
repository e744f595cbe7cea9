import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from 'date-fns/addDays';
import { type Day, dayOf } from '../../src/base/day.ts';

const FIRST = 'Ada Ben Cora Dov Edda Finn Gerd Hal Ines Jon Kaja Lev Mara Nils Orla Per Runa Sten Tova Ulf'.split(' ');
const LAST =
  'Quill Tern Varga Holm Strand Brandt Lunde Marsh Osei Pell Rask Sund Thorn Ueda Vik Wold Yarrow Zander'.split(' ');
const ROLES = ['mayor', 'harbour master', 'engineer', 'union leader', 'councillor', 'ferry captain', 'treasurer'];
const PLACES = ['Kell', 'Port Varga', 'Lanternby', 'the Strait of Oar', 'Holm', 'Saltmouth'];
const THINGS = ['mole', 'pier', 'ferry', 'dry dock', 'lighthouse', 'fish market', 'breakwater', 'crane'];
const FIRST_DAY = new Date('1998-01-05');
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/**
 * Writes an archive of invented news about invented people and places, of the kind that leaves an editor something to
 * decide: surnames that two people share, pronouns after two people, spokespeople, quotations without a source, days that
 * are only hinted at, and terms in quotation marks.
 *
 * @param count the number of articles, each of about five statements
 */
export function writeInventedNews(content: string, count: number): void {
  mkdirSync(join(content, 'articles'), { recursive: true });
  writeFileSync(
    join(content, 'archive.yaml'),
    [
      'title: The Kell Courier',
      'description: Invented.',
      'languages: en',
      'baseUrl: https://kell.example',
      'rights: None.',
      '',
    ].join('\n'),
  );
  for (let number = 0; number < count; number++) {
    const day = dayOf(addDays(FIRST_DAY, number));
    const folder = join(content, 'articles', day.slice(0, 4));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${day}-report-${number}.md`), article(number, day));
  }
}

function article(number: number, day: Day): string {
  const of = <T>(list: readonly T[], step: number, shift = 0): T => list[(number * step + shift) % list.length] as T;
  const [a, b] = [`${of(FIRST, 7)} ${of(LAST, 5)}`, `${of(FIRST, 11, 3)} ${of(LAST, 13, 4)}`];
  const [surname, other] = [of(LAST, 5), of(LAST, 13, 4)];
  const [role, second] = [of(ROLES, 3), of(ROLES, 5, 2)];
  const [thing, place, weekday] = [of(THINGS, 3), of(PLACES, 5), of(WEEKDAYS, 3)];
  const told = [
    `${a}, the ${role} of ${place}, told the council on ${weekday}: “The ${thing} will not stand another winter, whatever report ${number} says.”`,
    `${b}, the ${second}, disagreed. “We have mended the ${thing} ${2 + (number % 7)} times,” ${other} said. “It will hold.”`,
    `A spokeswoman for the harbour office said the plan for the ${thing} was “not final, and far from paid for”.`,
    `Residents of ${place} were less patient. “Give us a date,” one of them shouted. ${of(FIRST, 3, 5)} ${surname}, a cousin, urged the council to wait for the tide tables.`,
  ];
  // A note that names people as its readers know them.
  const noted = [
    `The ${thing} of ${place} was shut on ${weekday} after a storm. ${surname} had warned of it for years.`,
    `“Nobody asked the people who work at the ${thing},” ${surname} told reporters in ${place}.`,
    `${other} and ${surname} had met in the old customs house. “There is no money for report ${number},” he said then.`,
    `“Who ordered the ${thing} to be shut in week ${number}?”`,
    `The question was painted on the doors. “We only open them,” as a sign beside it had it, “when the ${thing} is dry.”`,
    `The so-called “${thing} of ${number} sorrows” was built by hand. The ${second} had said last autumn that “no crane has stood here since the flood of ${number}”.`,
  ];
  const paragraphs = number % 2 === 0 ? told : noted;
  return [
    `---`,
    `title: The ${thing} of ${place}, report ${number}`,
    `date: ${day}`,
    `topics: [${thing}]`,
    `---`,
    '',
    paragraphs.join('\n\n'),
    '',
  ].join('\n');
}
