import { shownWords } from '../../src/text/shown-words.ts';
import { type Day, dayOf } from '../../src/base/day.ts';
import { parseEdtf } from '../../src/base/edtf.ts';
import type { SpeakerId, StatementId } from '../../src/base/ids.ts';
import { articleAddress, statementAddress } from '../../src/text/address.ts';
import type { StatementRow } from '../../src/content/rows/statement-row.ts';
import { capital, contentRank, sentence, speakerName, wordOf } from '../../tools/invented-words.ts';
import { randomNumbers } from '../../tools/random-numbers.ts';

/**
 * The corpus of `bench:search`: invented statements, the same for the same count. English function words are mixed with
 * invented words, which follow Zipf's law and take English endings; each article has a subject; a few speakers speak
 * often.
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
      const type = random() < 0.6 ? 'direct' : random() < 0.5 ? 'partial' : 'reported';
      yield {
        id,
        url: statementAddress(id),
        uri: `https://archive.example/s/${id}/`,
        type,
        text,
        shown: shownWords([text], type),
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

/** The first year of the corpus, and the number of years it covers. */
const FIRST_YEAR = 1990;
const YEARS = 30;

const speakerId = (number: number): SpeakerId => speakerName(number).toLowerCase().replaceAll(' ', '-') as SpeakerId;

function dayIn(article: number, articles: number): Day {
  const first = Date.UTC(FIRST_YEAR, 0, 1);
  const days = Math.floor((article / articles) * YEARS * 365.25);
  return dayOf(new Date(first + days * 86_400_000));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
