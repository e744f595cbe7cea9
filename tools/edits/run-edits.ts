import { parseStatementId, type StatementId } from '../../src/base/ids.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { followMoves, formerAddresses, readFormerFile } from '../../src/content/former.ts';
import { articleAddresses, readLedger } from '../../src/content/ledger.ts';
import { type ArchiveFolder, readArchive } from '../../src/content/read-archive.ts';
import { readSpeakers, speakerIds } from '../../src/content/speakers.ts';
import { articleAddress, statementAddress } from '../../src/text/address.ts';
import type { Day } from '../../src/base/day.ts';
import { isIdOf } from '../../src/content/statement-id.ts';
import { Recorder } from '../../src/record/recorder.ts';
import { accept } from '../../src/record/review.ts';
import { planRelease } from '../../src/site/release/plan-release.ts';
import { commitLedger } from '../../src/site/release/release.ts';
import { randomNumbers } from '../random-numbers.ts';
import { EditedArchive, nameOf } from './edited-archive.ts';
import { EDITS, LOSES_RECORDS, OF_A_STATEMENT } from './edits.ts';
import { type InventedArticle, InventedWorld, printParagraph, tellsDay, type Utterance } from './invented-world.ts';

/** What a sequence of edits showed. */
export interface EditReport {
  edits: number;
  releases: number;
  /** Broken promises, each as a sentence with the number of its edit and what it was. */
  broken: string[];
  /** Edits after which the text still tells which statement is which, and those of them after which `record` asked. */
  clear: number;
  askedThough: string[];
  /** How often `record` asked, by the edit. */
  asked: Map<string, number>;
}

/** How many of the edits a release follows: what is promised is what was released. */
const RELEASES = 0.3;

/** A day after those of all articles. */
const LATE = '2030-01-01' as Day;

/** As many times as an editor answers and runs `record` again. */
const ROUNDS = 5;

/**
 * Edits an invented archive at random, runs `record` after each edit, answers what it asks by the truth, and compares
 * every address with what it stood for.
 *
 * @param content an empty folder
 */
export function runEdits(content: string, seed: number, count: number): EditReport {
  const world = new InventedWorld(randomNumbers(seed));
  const archive = new EditedArchive(content);
  const releases = randomNumbers(seed + 1);
  for (let index = 0; index < 4; index++) archive.write(world.article(`2024-03-0${index + 1}`));
  const report: EditReport = { edits: 0, releases: 0, broken: [], clear: 0, askedThough: [], asked: new Map() };
  const truth = new Truth(archive);
  truth.compare(record(archive, truth).folder, new Set(), false, (message) =>
    report.broken.push(`at first: ${message}`),
  );
  release(content);
  const names = Object.keys(EDITS);
  while (report.edits < count) {
    const name = world.choose(names);
    const wasClear = isClear(archive);
    if (!EDITS[name]?.(archive, world)) continue;
    const label = `edit ${++report.edits}, ${name}`;
    const { folder, asked } = record(archive, truth);
    if (asked.length > 0) report.asked.set(name, (report.asked.get(name) ?? 0) + 1);
    if (!OF_A_STATEMENT.has(name) && !LOSES_RECORDS.has(name) && wasClear && isClear(archive)) {
      report.clear++;
      if (asked.length > 0) report.askedThough.push(`${label}: ${asked.join('\n')}`);
    }
    truth.compare(folder, new Set(asked.flatMap(idsIn)), LOSES_RECORDS.has(name), (message) =>
      report.broken.push(`${label}: ${message}`),
    );
    if (releases() < RELEASES && folder.problems.length === 0) {
      release(content);
      report.releases++;
    }
  }
  return report;
}

/** What `npm run release` does to the ledger, without the build. */
function release(content: string): void {
  commitLedger(content, planRelease(content, LATE).ledger);
}

/** Whether the words and names of every article tell its statements apart. */
function isClear(archive: EditedArchive): boolean {
  return [...archive.articles.values()].every(({ paragraphs }) => {
    const said = paragraphs.flatMap((paragraph) =>
      paragraph.kind === 'said' ? [`${paragraph.said.words} ${paragraph.said.speaker}`] : [],
    );
    return new Set(said).size === said.length;
  });
}

/** Runs `record`, and answers it until it asks nothing more. */
function record(archive: EditedArchive, truth: Truth): { folder: ArchiveFolder; asked: string[] } {
  const all: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { asked, changed } = new Recorder(archive.content).run();
    all.push(...asked, ...changed);
    const ids = [...asked, ...changed].flatMap(idsIn);
    for (const id of ids) truth.answer(id);
    if (!archive.removeOrphans() && ids.length === 0) break;
  }
  return { folder: readArchive({ content: archive.content, date: null }), asked: all };
}

/** The ids that a question is about. */
function idsIn(question: string): StatementId[] {
  const ids = /\.yaml:\d+: ([0-9a-z]{10}(?:, [0-9a-z]{10})*)/.exec(question)?.[1];
  return (ids?.split(', ') ?? []).flatMap((id) => parseStatementId(id) ?? []);
}

/** Whether two utterances are the same for a reader: speaker, words and the day that is printed. */
const isSame = (a: Utterance, b: Utterance): boolean =>
  a.speaker === b.speaker && a.words === b.words && dayOf(a) === dayOf(b);

const dayOf = (said: Utterance): string | null => (tellsDay(said) ? said.weekday : null);

/** What every address of an archive stands for. */
class Truth {
  readonly #archive: EditedArchive;
  /** What each id showed last. */
  readonly #shown = new Map<StatementId, Utterance>();
  /** The ids of statements whose speaker the program misread when they were new. */
  readonly #misread = new Set<string>();

  constructor(archive: EditedArchive) {
    this.#archive = archive;
  }

  /** Answers a question as an editor who knows which statement an id is. */
  answer(id: StatementId): void {
    const { content } = this.#archive;
    const here = this.#archive.utterances().get(this.#shown.get(id)?.key ?? -1);
    const at = here && placeOf(here.article, here.said.key);
    const recorder = new Recorder(content);
    if (recorder.isLost(id)) recorder.run({ decisions: new Map([[id, at ?? 0]]) });
    else if (at && this.#archive.record(here.article)?.includes(id)) {
      const { refused } = accept(content, [id], 'The article was corrected.', null);
      if (refused.length > 0) accept(content, [id], 'The article was corrected.', at);
    } else this.#retire(id);
  }

  /** Moves an entry to `gone`, as an editor does by hand. */
  #retire(id: string): void {
    for (const article of this.#archive.articles.values()) {
      const text = this.#archive.record(article);
      if (!text?.includes(id)) continue;
      const document = parseDocument(text);
      const statements = document.get('statements', true);
      if (!isSeq(statements)) continue;
      const index = statements.items.findIndex((item) => isMap(item) && item.get('id') === id);
      const entry = statements.items[index];
      if (!isMap(entry)) continue;
      const quote = document.getIn(['statements', index, 'quote', 0]);
      const source = entry.get('source');
      const named = typeof source === 'string' ? { source } : {};
      statements.items.splice(index, 1);
      const gone = document.createNode({ id, was: quote, ...named, on: '2024-05-01', why: 'It was taken out.' });
      const list = document.get('gone', true);
      if (isSeq(list)) list.items.push(gone);
      else document.set('gone', document.createNode([gone]));
      writeFileSync(
        join(this.#archive.content, 'articles', `${nameOf(article)}.statements.yaml`),
        document.toString({ lineWidth: 0 }),
      );
    }
  }

  /** Compares every address with the truth; new ids are learnt. */
  compare(
    { articles, problems }: ArchiveFolder,
    asked: ReadonlySet<string>,
    isRecordLost: boolean,
    broken: (message: string) => void,
  ): void {
    for (const { file, line, message } of problems) broken(`${file}:${line}: ${message}`);
    const { speakers } = readSpeakers(this.#archive.content);
    const ids = speakerIds(speakers);
    const idOfName = (name: string): string | undefined => {
      const named = speakers.find((speaker) => speaker.name === name || speaker.otherNames.includes(name));
      return named && ids.get(named.id);
    };
    const live = new Set<StatementId>();
    const { ledger } = readLedger(this.#archive.content);
    const isReleased = (id: StatementId): boolean => ledger.has(statementAddress(id));
    for (const article of articles) {
      const invented = [...this.#archive.articles.values()].find((one) => article.file.endsWith(`${nameOf(one)}.md`));
      if (!invented) continue;
      for (const { id, spans, text, speaker, said } of article.statements) {
        live.add(id);
        const here = this.#archive.saidAt(invented, spans[0]?.start ?? 0);
        const before = isReleased(id) ? this.#shown.get(id) : undefined;
        if (!here) {
          broken(`${id} shows “${text}”, which nobody says`);
          continue;
        }
        const isAlone = this.#isAlone(here);
        this.#shown.set(id, here);
        if (
          before &&
          !isSame(before, here) &&
          !(before.key === here.key && asked.has(id)) &&
          !(isRecordLost && !isAlone)
        )
          broken(`${id} showed ${describe(before)}, and shows ${describe(here)} without having been asked about`);
        if (!text.startsWith(here.words)) broken(`${id} shows “${text}” for ${describe(here)}`);
        const named = idOfName(here.speaker);
        const isWrong = speaker !== null && named !== undefined && speaker !== named;
        // What the program reads wrongly in a new statement is another promise than that it stays.
        if (isWrong && before && !isRecordLost && !this.#misread.has(id))
          broken(`${id} shows ${speaker} as the speaker of ${describe(here)}`);
        if (isWrong) this.#misread.add(id);
        else this.#misread.delete(id);
        if (said && tellsDay(here) && weekdayOf(said) !== here.weekday)
          broken(`${id} dates ${describe(here)} ${said}, a ${weekdayOf(said)}`);
      }
    }
    // What was never released leaves no trace.
    for (const id of this.#shown.keys()) if (!live.has(id) && !isReleased(id)) this.#shown.delete(id);
    this.#compareGone(live, broken);
  }

  /** Whether an id can be known again without its record: by an address of an article and words that appear once. */
  #isDerivable(id: StatementId, said: Utterance): boolean {
    const { ledger } = readLedger(this.#archive.content);
    const follow = followMoves(formerAddresses(readFormerFile(this.#archive.content)?.value ?? null, []));
    const here = this.#archive.utterances().get(said.key);
    const addresses = articleAddresses(ledger).filter((address) => here && follow(address) === addressOf(here.article));
    return addresses.some((address) => isIdOf(id, address, quoted(said))) && this.#isAlone(said);
  }

  /** Whether nobody else says or said an utterance's words, as they are or were before an edit. */
  #isAlone({ words }: Utterance): boolean {
    const plain = (text: string): string => text.replaceAll('certainly ', '');
    const all = [...this.#archive.utterances().values(), ...[...this.#shown.values()].map((said) => ({ said }))];
    const equal = all.filter(({ said }) => plain(said.words) === plain(words));
    return new Set(equal.map(({ said }) => said.key)).size === 1;
  }

  /** Nothing is gone that the articles still contain; and every published address is answered. */
  #compareGone(live: ReadonlySet<StatementId>, broken: (message: string) => void): void {
    const present = this.#archive.utterances();
    const liveKeys = new Set([...live].map((id) => this.#shown.get(id)?.key));
    for (const [id, { key }] of this.#shown) {
      const here = present.get(key);
      if (!live.has(id) && here && !liveKeys.has(key) && this.#isDerivable(id, here.said))
        broken(`${id} is gone, and ${nameOf(here.article)} still has ${describe(here.said)}`);
      else if (!live.has(id) && here && this.#isDerivable(id, here.said))
        broken(`${id} is gone, and ${describe(here.said)} has a new address`);
    }
    const { ledger } = readLedger(this.#archive.content);
    const former = new Set<string>(readFormerFile(this.#archive.content)?.value?.gone.map(({ address }) => address));
    const records = [...this.#archive.articles.values()]
      .map((article) => this.#archive.record(article) ?? '')
      .join('\n');
    for (const address of ledger.keys()) {
      const id = parseStatementId(/^\/s\/(.*)\/$/.exec(address)?.[1] ?? '');
      if (id && !live.has(id) && !former.has(statementAddress(id)) && !records.includes(id))
        broken(`${id} is not answered`);
    }
  }
}

const addressOf = ({ day, slug }: InventedArticle): string => articleAddress(day as Day, slug);

/** Which of the equal words of an article an utterance is, from 1. */
function placeOf(article: InventedArticle, key: number): number | null {
  let count = 0;
  for (const paragraph of article.paragraphs) {
    if (paragraph.kind !== 'said') continue;
    const target = article.paragraphs.find((other) => other.kind === 'said' && other.said.key === key);
    if (target?.kind !== 'said') return null;
    if (printParagraph(paragraph).includes(quoted(target.said))) count++;
    if (paragraph.said.key === key) return count;
  }
  return null;
}

/** The words with the stop that the form prints inside the marks. */
const quoted = ({ words, form }: { words: string; form: string }): string => `${words}${form === 'before' ? '.' : ','}`;

const describe = (said: { speaker: string; words: string; weekday: string | null; key: number } | undefined): string =>
  said
    ? `“${said.words}” by ${said.speaker}${said.weekday ? ` on ${said.weekday}` : ''} (${said.key})`
    : 'nothing of today';

const weekdayOf = (day: string): string =>
  new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(day.slice(0, 10)));
