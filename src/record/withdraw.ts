import { rmSync } from 'node:fs';
import { isMap, isSeq, type Document } from 'yaml';
import { type ArticleSource, readArticleSources } from '../content/article-source.ts';
import { type FormerFile, readFormerFile } from '../content/former.ts';
import { type Ledger } from '../content/ledger.ts';
import { readArchive } from '../content/read-archive.ts';
import { speakerIds } from '../content/speakers.ts';
import type { Speaker } from '../content/types.ts';
import { type Address, isSpeaker, speakerAddress, statementAddress } from '../text/address.ts';
import type { Day } from '../base/day.ts';
import { ContentError } from '../base/problem.ts';
import { replaceFile } from '../base/write-file.ts';
import { wholeAnchor } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import {
  addDismissed,
  addHistory,
  dropStatement,
  entryAt,
  recordText,
  retireStatement,
  setAttribution,
  setField,
} from './edit-record.ts';
import { formerPath, type NewGone, withFormer } from './edit-former.ts';
import { isNamedIn, namesOf, type Place, placesOfNames } from './places-of-names.ts';

/** What is withdrawn: a speaker, a statement or an article. */
export type Target =
  { kind: 'speaker'; id: string } | { kind: 'statement'; id: string } | { kind: 'article'; address: Address };

/** How: why, as a sentence for readers; whether its words are withheld; or the words that stand in place of a name. */
export interface Manner {
  on: Day;
  why: string;
  withhold: boolean;
  name: string | null;
}

/** What a withdrawal did, and what is left for people to do. */
export interface Withdrawal {
  /** How many statements it changed or took out. */
  statements: number;
  /** Files that were changed or deleted. */
  files: string[];
  /** Addresses whose pages change. */
  addresses: Address[];
  /** The names that may not be shown, and where they still are: in articles, and in what editors wrote. */
  names: string[];
  places: Place[];
}

/** What the history says in place of a name. */
const WITHHELD = 'name withheld';

/**
 * Takes a person, a statement or an article out of everything that is published, or puts a description in the place of a
 * person's name: in records, their histories, the files of speakers, and the former addresses. The texts of articles
 * stay as they are.
 *
 * Records are written first and what they rest on is deleted last, so that a run that is killed can be run again.
 *
 * @throws a `ContentError` for what `check` reports, and an `Error` for a target that the archive does not have
 */
export function withdraw(content: string, target: Target, manner: Manner): Withdrawal {
  const archive = readArchive({ content, date: null });
  if (archive.problems.length > 0) throw new ContentError(archive.problems);
  const { articles } = readArticleSources(content);
  const act = new Act(content, archive.ledger, articles, manner);
  if (target.kind === 'speaker') act.speaker(target.id, archive.speakers);
  else if (target.kind === 'statement') act.statement(target.id, archive.speakers);
  else act.article(target.address);
  return act.carryOut();
}

class Act {
  readonly #content: string;
  readonly #ledger: Ledger;
  readonly #articles: readonly ArticleSource[];
  readonly #manner: Manner;
  readonly #former: FormerFile | null;
  readonly #changed = new Set<ArticleSource>();
  readonly #deleted: string[] = [];
  readonly #addresses = new Set<Address>();
  readonly #gone: NewGone[] = [];
  #names: string[] = [];
  #statements = 0;

  constructor(content: string, ledger: Ledger, articles: readonly ArticleSource[], manner: Manner) {
    this.#content = content;
    this.#ledger = ledger;
    this.#articles = articles;
    this.#manner = manner;
    this.#former = readFormerFile(content)?.value ?? null;
  }

  speaker(id: string, speakers: readonly Speaker[]): void {
    const meant = speakerIds(speakers);
    const wanted = meant.get(id);
    if (wanted === undefined) throw new Error(`There is no speaker \`${id}\`. Name one by its id, as in its address.`);
    const ids = new Set([...meant].filter(([, own]) => own === wanted).map(([other]) => other));
    const own = speakers.filter((speaker) => ids.has(speaker.id));
    this.#names = namesOf(own);
    const isTheirs = ({
      speaker,
      proposed,
    }: {
      speaker?: string | undefined;
      proposed?: string | undefined;
    }): boolean =>
      (speaker !== undefined && ids.has(speaker)) || (proposed !== undefined && this.#names.includes(proposed));
    for (const source of this.#articles) {
      for (const [index, statement] of this.#statementsOf(source).entries())
        this.#forget(source, index, statement, (speaker) => ids.has(speaker));
      this.#withdrawAll(source, isTheirs);
      this.#forgetGone(source, (entry) => ids.has(String(entry.get('speaker'))));
    }
    this.#deleted.push(...own.map(({ file }) => file));
    for (const one of ids) this.#retire(speakerAddress(one), null, true);
  }

  statement(id: string, speakers: readonly Speaker[]): void {
    const address = statementAddress(id);
    const source = this.#articles.find((one) => this.#statementsOf(one).some((statement) => statement.id === id));
    if (source) {
      const statement = this.#statementsOf(source).find((one) => one.id === id);
      const meant = speakerIds(speakers);
      const theirs = speakers.filter((one) => meant.get(one.id) === meant.get(statement?.speaker ?? ''));
      if (this.#manner.name !== null) this.#names = namesOf(theirs);
      this.#withdrawAll(source, (one) => one.id === id);
      return;
    }
    // It is gone already: its words may still be shown.
    const before = this.#former?.gone.some((entry) => entry.address === address) ?? false;
    const { withhold } = this.#manner;
    if (withhold) for (const one of this.#articles) this.#forgetGone(one, (entry) => entry.get('id') === id);
    if (before && withhold) this.#retire(address, null, true);
    if (this.#gone.length === 0 && this.#changed.size === 0)
      throw new Error(`No record has the statement \`${id}\`. If it is gone already, \`--withhold\` hides its words.`);
  }

  article(address: Address): void {
    const source = this.#articles.find((one) => one.address === address);
    if (!source)
      throw new Error(`There is no article at \`${address}\`. Write its address like \`/2023/05/17/slug/\`.`);
    const { withhold } = this.#manner;
    const title = source.article.frontmatter?.title ?? '';
    this.#retire(address, title, withhold);
    for (const { id, quote } of this.#statementsOf(source)) {
      if (id) this.#retire(statementAddress(id), quote.join(' '), withhold);
      this.#statements++;
    }
    for (const { id, was, why, on, withhold: isWithheld } of source.record?.value?.gone ?? []) {
      const hidden = withhold || isWithheld;
      if (!this.#ledger.has(statementAddress(id))) continue;
      this.#gone.push({ address: statementAddress(id), on, why, ...(was && !hidden ? { was } : {}), withhold: hidden });
    }
    this.#deleted.push(source.path, ...(source.record ? [source.recordPath] : []));
  }

  /** Writes everything: records first, deletions last. */
  carryOut(): Withdrawal {
    const files: string[] = [];
    for (const source of this.#changed) {
      replaceFile(source.recordPath, recordText(documentOf(source)));
      files.push(source.recordFile);
    }
    if (this.#gone.length > 0) {
      const without = new Set<string>(this.#gone.map(({ address }) => address));
      replaceFile(formerPath(this.#content), withFormer(this.#content, { gone: this.#gone }, without));
      files.push(formerPath(this.#content));
    }
    for (const path of this.#deleted) rmSync(path);
    return {
      statements: this.#statements,
      files: [...files, ...this.#deleted],
      addresses: [...this.#addresses],
      names: this.#names,
      places: placesOfNames(this.#content, this.#names),
    };
  }

  #statementsOf = ({ record }: ArticleSource): RecordedStatement[] => record?.value?.statements ?? [];

  /** Withdraws some statements of an article; from the last to the first, since the record becomes shorter. */
  #withdrawAll(source: ArticleSource, isMeant: (statement: RecordedStatement) => boolean): void {
    for (const [index, statement] of [...this.#statementsOf(source).entries()].toReversed())
      if (isMeant(statement)) this.#withdraw(source, index, statement);
  }

  #withdraw(source: ArticleSource, index: number, statement: RecordedStatement): void {
    const { name, on, why, withhold } = this.#manner;
    const { id = '', quote, occurrence, before, after, source: named, said } = statement;
    const document = documentOf(source);
    const address = statementAddress(id);
    const isReleased = this.#ledger.has(address);
    this.#changed.add(source);
    this.#statements++;
    if (isReleased) this.#addresses.add(address);
    const words = named && wholeAnchor(named).quote;
    if (name !== null) {
      this.#rename(source, index, statement, isReleased ? { until: on, described: WITHHELD, why } : null);
    } else if (isReleased) {
      const isShown = words && !(withhold && isNamedIn(words, this.#names));
      const known = { ...(isShown ? { source: words } : {}), ...(said ? { said } : {}) };
      retireStatement(document, { id, was: quote.join(' '), ...known, on, why, ...(withhold ? { withhold } : {}) });
    } else {
      dropStatement(document, id);
      addDismissed(document, { quote, ...(occurrence ? { occurrence, before, after } : {}) });
    }
  }

  /** Puts a description in the place of a statement's speaker, and takes out the evidence that contains the name. */
  #rename(
    source: ArticleSource,
    index: number,
    { status, source: named, cue }: RecordedStatement,
    before: { until: Day; described: string; why: string } | null,
  ): void {
    const document = documentOf(source);
    const entry = entryAt(document, index);
    if (!entry) return;
    const described = this.#manner.name ?? WITHHELD;
    setAttribution(document, entry, { described, status: status === 'disputed' ? status : 'confirmed' });
    for (const [key, anchor] of [
      ['source', named],
      ['cue', cue],
    ] as const)
      if (anchor && isNamedIn(wholeAnchor(anchor).quote, this.#names)) setField(document, entry, key, undefined);
    if (before) addHistory(document, index, before);
  }

  /** Takes a person out of the history of a statement. */
  #forget(
    source: ArticleSource,
    index: number,
    { id, history }: RecordedStatement,
    isMeant: (id: string) => boolean,
  ): void {
    if (!history.some(({ speaker }) => speaker && isMeant(speaker))) return;
    const list = documentOf(source).getIn(['statements', index, 'history']);
    for (const entry of isSeq(list) ? list.items : []) {
      if (!isMap(entry) || !isMeant(String(entry.get('speaker')))) continue;
      entry.delete('speaker');
      entry.set('described', this.#manner.name ?? WITHHELD);
    }
    this.#changed.add(source);
    if (id) this.#addresses.add(statementAddress(id));
  }

  /** Takes a person out of entries that are gone, and their words too if they are to be withheld. */
  #forgetGone(source: ArticleSource, isMeant: (entry: { get: (key: string) => unknown }) => boolean): void {
    const list = source.record?.document.get('gone');
    for (const entry of isSeq(list) ? list.items : []) {
      if (!isMap(entry) || !isMeant(entry)) continue;
      entry.delete('speaker');
      if (this.#manner.withhold) entry.set('withhold', true);
      this.#changed.add(source);
      this.#addresses.add(statementAddress(String(entry.get('id'))));
    }
  }

  /** Says of a released address that its content is gone. */
  #retire(address: Address, was: string | null, withhold: boolean): void {
    if (!this.#ledger.has(address)) return;
    const { on, why } = this.#manner;
    const isShown = was !== null && !withhold && !isSpeaker(address);
    this.#gone.push({ address, on, why, ...(isShown ? { was } : {}), ...(withhold ? { withhold } : {}) });
    this.#addresses.add(address);
  }
}

function documentOf({ record, recordFile }: ArticleSource): Document {
  if (!record) throw new Error(`There is no record ${recordFile}.`);
  return record.document;
}
