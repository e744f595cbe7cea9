import { type Day, dayOf } from '../../src/base/day.ts';
import { parseEdtf } from '../../src/base/edtf.ts';
import type { SpeakerId, StatementId } from '../../src/base/ids.ts';
import { articleAddress, statementAddress } from '../../src/text/address.ts';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';

/**
 * A corpus of invented statements of any size, the same for the same number: English function words among invented
 * words, which follow Zipf's law and take English endings; articles that have a subject; speakers of whom few speak
 * often. `bench:search` measures on it.
 */
export function* inventedRows(count: number): Generator<StatementRow> {
  const random = randomNumbers(7);
  const perArticle = 9;
  const articles = Math.ceil(count / perArticle);
  const speakers = Math.max(20, Math.round(articles ** 0.75));
  for (let article = 0, made = 0; made < count; article++) {
    const day = dayIn(article, articles);
    const subject = Array.from({ length: 12 }, () => contentRank(random));
    const present = Array.from({ length: 3 }, () => Math.floor(speakers * random() ** 3));
    const slug = `report-${article}`;
    const url = articleAddress(day, slug);
    const title = sentence(random, subject, 8).replace(/\.$/, '');
    let at = 200;
    for (let index = 0; index < perArticle && made < count; index++, made++) {
      const length = Math.max(4, Math.round(Math.exp(2.7 + 0.7 * normal(random))));
      const text = sentence(random, subject, length);
      const who = present[Math.floor(random() * present.length)] ?? 0;
      const id = made.toString(32).padStart(10, '0') as StatementId;
      const span = { start: at, end: at + text.length };
      at += text.length + 60;
      yield {
        id,
        url: statementAddress(id),
        uri: `https://archive.example/s/${id}/`,
        type: random() < 0.6 ? 'direct' : random() < 0.5 ? 'partial' : 'reported',
        text,
        version: id.slice(-8),
        spans: [span],
        fragments: [],
        speaker:
          random() < 0.05
            ? null
            : {
                id: speakerId(who),
                name: speakerName(who),
                described: null,
                kind: 'person',
                role: `Minister of ${capital(wordOf(who + 200))}`,
              },
        source: null,
        cue: null,
        status: random() < 0.3 ? 'confirmed' : 'inferred',
        sure: random() < 0.8,
        said: random() < 0.3 ? parseEdtf(day) : null,
        saidBasis: null,
        translated: 'unknown',
        published: day,
        article: { url, title, titleSupplied: false, authors: [], outlet: null, archived: null, topics: [] },
        language: 'en',
      };
    }
  }
}

/** The first day of the corpus, and how many years it goes on. */
const FIRST_YEAR = 1990;
const YEARS = 30;

/** Function words of English by frequency; about half of all words are of these. */
export const FUNCTION_WORDS = (
  'the of and to in a that is was for on with as it be at by this are we from not have they but will has our an which ' +
  'or you been their all more would one who there if so can what about when up no do out into its than them some could ' +
  'these only other new time those now must should did us very after over such he she his her i my me your were had'
).split(' ');

const ONSETS = 'b br c ch d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea oo ou'.split(' ');
const CODAS = 'b ck d ft g l ll m mp n nd nt p r rd rt s st t x'.split(' ');

/** The invented word of a rank, the same always: a frequent word is short. */
export function wordOf(rank: number): string {
  const known = WORDS.get(rank);
  if (known) return known;
  const word = invent(rank);
  if (rank < FREQUENT) WORDS.set(rank, word);
  return word;
}

const WORDS = new Map<number, string>();
const FREQUENT = 50_000;

function invent(rank: number): string {
  const random = randomNumbers(rank * 2 + 1);
  const pick = (parts: readonly string[]): string => parts[Math.floor(random() * parts.length)] ?? '';
  const syllables = 1 + Math.floor(Math.log10(rank + 10) / 2.4 + random() * 0.75);
  let word = '';
  for (let index = 0; index < syllables; index++) word += pick(ONSETS) + pick(VOWELS);
  return word + pick(CODAS);
}

/** Endings of English, with how often a word takes them. */
const ENDINGS: readonly [share: number, ending: string][] = [
  [0.62, ''],
  [0.82, 's'],
  [0.9, 'ed'],
  [0.97, 'ing'],
  [1, 'ly'],
];

function inflected(random: () => number, rank: number): string {
  const chance = random();
  return wordOf(rank) + (ENDINGS.find(([share]) => chance < share)?.[1] ?? '');
}

/** Ranks by Zipf's law without an end: the more words, the more that are new. */
function contentRank(random: () => number): number {
  return Math.floor(150 * ((1 - random()) ** -1.15 - 1)) % 3_000_000;
}

function functionWord(random: () => number): string {
  const count = FUNCTION_WORDS.length;
  return FUNCTION_WORDS[Math.floor(6 * (count / 6 + 1) ** random() - 6)] ?? 'the';
}

function sentence(random: () => number, subject: readonly number[], length: number): string {
  const words = Array.from({ length }, () => {
    if (random() < 0.5) return functionWord(random);
    const isSubject = random() < 0.15;
    const rank = isSubject ? (subject[Math.floor(random() * subject.length)] ?? 0) : contentRank(random);
    return inflected(random, rank);
  });
  return (
    capital(words.map((word, index) => (index % 11 === 10 && index < length - 1 ? `${word},` : word)).join(' ')) + '.'
  );
}

function speakerName(number: number): string {
  return `${capital(wordOf(number * 7 + 500))} ${capital(wordOf(number * 11 + 900))}`;
}

const speakerId = (number: number): SpeakerId => speakerName(number).toLowerCase().replaceAll(' ', '-') as SpeakerId;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function dayIn(article: number, articles: number): Day {
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const days = Math.floor((article / articles) * YEARS * 365.25);
  return dayOf(new Date(first + days * 86_400_000));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
