import type { YamlFile } from '../base/yaml.ts';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import { resolve } from 'node:path';
import { isMap, isSeq, type YAMLMap } from 'yaml';
import type { ArticleSource } from '../content/article-source.ts';
import { followMoves, type FormerFile, formerAddresses } from '../content/former.ts';
import type { Ledger } from '../content/ledger.ts';
import { wholeAnchor } from '../content/matching/locate.ts';
import { changeFiles } from '../content/pending.ts';
import { type ArchiveFiles, checkArchive, readArchiveFiles } from '../content/read-archive.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { speakerIds } from '../content/speakers.ts';
import type { Speaker } from '../content/types.ts';
import type { Day } from '../base/day.ts';
import { ContentError } from '../base/problem.ts';
import { type Address, speakerAddress, statementAddress } from '../text/address.ts';
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
import { isNamedIn, namesOf, type Place, placesOfNames, withoutNames } from './places-of-names.ts';
import { nameDigest } from './withdrawn-names.ts';

/** What is withdrawn: a speaker, a statement or an article. */
export type Target =
  { kind: 'speaker'; id: SpeakerId } | { kind: 'statement'; id: StatementId } | { kind: 'article'; address: Address };

/** How: why, as a sentence for readers; whether its words are withheld; or the words that replace a name. */
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
 * person's name: in records, their histories and notes, the files of speakers, and the former addresses. The texts of
 * articles stay as they are. All files change as one, even if the process is killed.
 *
 * @throws a `ContentError` for what `check` reports, and an `Error` for a target that the archive does not have
 */
export function withdraw(content: string, target: Target, manner: Manner): Withdrawal {
  const files = readArchiveFiles(content);
  const { problems } = checkArchive(files, { content, date: null });
  if (problems.length > 0) throw new ContentError(problems);
  const act = new Act(content, files, manner);
  if (target.kind === 'speaker') act.speaker(target.id);
  else if (target.kind === 'statement') act.statement(target.id);
  else act.article(target.address);
  return act.carryOut();
}

class Act {
  readonly #content: string;
  readonly #ledger: Ledger;
  readonly #articles: readonly ArticleSource[];
  readonly #speakers: readonly Speaker[];
  readonly #manner: Manner;
  readonly #former: YamlFile<FormerFile> | null;
  readonly #changed = new Set<ArticleSource>();
  readonly #deleted: string[] = [];
  readonly #addresses = new Set<Address>();
  readonly #gone: NewGone[] = [];
  #names: string[] = [];
  #statements = 0;

  constructor(content: string, { ledger, sources, speakers, former }: ArchiveFiles, manner: Manner) {
    this.#content = content;
    this.#ledger = ledger.ledger;
    this.#articles = sources.articles;
    this.#speakers = speakers.speakers;
    this.#manner = manner;
    this.#former = former;
  }

  speaker(id: SpeakerId): void {
    const { ids, own } = this.#samePerson(id);
    if (own.length === 0) throw new Error(`There is no speaker \`${id}\`. Name one by its id, as in its address.`);
    this.#names = namesOf(own);
    const full = own.flatMap(({ name, otherNames }) => [name, ...otherNames]);
    const isTheirs = ({ speaker, proposed }: Partial<RecordedStatement>): boolean =>
      (speaker !== undefined && ids.has(speaker)) || (proposed !== undefined && isNamedIn(proposed, full));
    for (const source of this.#articles) {
      for (const [index, statement] of statementsOf(source).entries()) {
        this.#forgetHistory(source, index, statement, ids);
        if (!isTheirs(statement)) this.#redact(source, index, statement, full);
      }
      this.#withdrawAll(source, isTheirs);
      this.#forgetGone(source, ({ speaker, source: words }) =>
        speaker === undefined ? words !== undefined && isNamedIn(words, full) : ids.has(speaker),
      );
    }
    for (const entry of (this.#former?.value?.gone ?? []).filter(
      ({ speaker }) => speaker !== undefined && ids.has(speaker),
    )) {
      const { address, on, why, was } = entry;
      const { withhold } = this.#manner;
      this.#gone.push({ address, on, why, ...(was && !withhold ? { was } : {}), withhold });
      this.#addresses.add(address);
    }
    this.#deleted.push(...own.map(({ file }) => resolve(file)));
    const { name } = this.#manner;
    const known = { names: this.#names.map(nameDigest), ...(name === null ? {} : { described: name }) };
    for (const one of ids) this.#retire(speakerAddress(one), { withhold: true, ...known });
  }

  statement(id: StatementId): void {
    const address = statementAddress(id);
    const source = this.#articles.find((one) => statementsOf(one).some((statement) => statement.id === id));
    const index = source ? statementsOf(source).findIndex((statement) => statement.id === id) : -1;
    const statement = source && statementsOf(source)[index];
    if (source && statement) {
      const { ids, own } = this.#samePerson(statement.speaker);
      if (this.#manner.name !== null) {
        this.#names = namesOf(own);
        this.#forgetHistory(source, index, statement, ids);
      }
      this.#withdrawAll(source, (one) => one.id === id);
      return;
    }
    // It is gone already: its words may still be shown.
    if (this.#manner.withhold) {
      for (const one of this.#articles) this.#forgetGone(one, (entry) => entry.id === id);
      this.#withholdFormer((entry) => entry.address === address);
    }
    if (this.#gone.length === 0 && this.#changed.size === 0)
      throw new Error(`No record has the statement \`${id}\`. If it is gone already, \`--withhold\` hides its words.`);
  }

  article(address: Address): void {
    const follow = followMoves(formerAddresses(this.#former?.value ?? null, []));
    const at = follow(address);
    const source = this.#articles.find((one) => one.address === at);
    const { withhold } = this.#manner;
    if (!source) {
      const gone = (this.#former?.value?.gone ?? []).find((entry) => entry.address === at);
      if (!gone || !withhold)
        throw new Error(
          `There is no article at \`${address}\`. ${gone ? 'It is gone already; `--withhold` hides what it was.' : 'Write its address like `/2023/05/17/slug/`.'}`,
        );
      // What went with it went on the same day, for the same reason.
      this.#withholdFormer(({ on, why }) => on === gone.on && why === gone.why);
      return;
    }
    const { title = '' } = source.article.frontmatter ?? {};
    const before = (this.#former?.value?.moved ?? []).filter(({ from }) => follow(from) === at).map(({ from }) => from);
    for (const one of [at, ...before]) this.#retire(one, { was: title, withhold });
    for (const { id, quote, speaker } of statementsOf(source)) {
      if (id) this.#retire(statementAddress(id), { was: quote.join(' '), ...(speaker ? { speaker } : {}), withhold });
      this.#statements++;
    }
    for (const { id, was, why, on, speaker, withhold: isWithheld } of source.record?.value?.gone ?? []) {
      const gone = statementAddress(id);
      const isHidden = withhold || isWithheld;
      const shown = { ...(was && !isHidden ? { was } : {}), ...(speaker && !isHidden ? { speaker } : {}) };
      if (this.#ledger.has(gone)) this.#gone.push({ address: gone, on, why, ...shown, withhold: isHidden });
    }
    this.#deleted.push(source.path, ...(source.record ? [source.recordPath] : []));
  }

  carryOut(): Withdrawal {
    const changes = new Map<string, string | null>();
    for (const source of this.#changed) changes.set(source.recordPath, recordText(documentOf(source)));
    if (this.#gone.length > 0) {
      const without = new Set<string>(this.#gone.map(({ address }) => address));
      changes.set(formerPath(this.#content), withFormer(this.#former, { gone: this.#gone }, without));
    }
    for (const path of this.#deleted) changes.set(path, null);
    changeFiles(this.#content, changes);
    return {
      statements: this.#statements,
      files: [...changes.keys()],
      addresses: [...this.#addresses],
      names: this.#names,
      places: placesOfNames(this.#content, this.#names),
    };
  }

  /** All ids and files of one person. */
  #samePerson(id: SpeakerId | undefined): { ids: ReadonlySet<SpeakerId>; own: Speaker[] } {
    const meant = speakerIds(this.#speakers);
    const wanted = id === undefined ? undefined : meant.get(id);
    const ids = new Set([...meant].filter(([, own]) => own === wanted).map(([other]) => other));
    return { ids, own: this.#speakers.filter((speaker) => ids.has(speaker.id)) };
  }

  /** Withdraws some statements of an article; from the last to the first, since the record becomes shorter. */
  #withdrawAll(source: ArticleSource, isMeant: (statement: RecordedStatement) => boolean): void {
    for (const [index, statement] of [...statementsOf(source).entries()].toReversed())
      if (isMeant(statement)) this.#withdraw(source, index, statement);
  }

  #withdraw(source: ArticleSource, index: number, statement: RecordedStatement): void {
    const { name, on, why, withhold } = this.#manner;
    const { id, quote, occurrence, before, after, speaker, source: named, said } = statement;
    if (!id) return;
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
      const known = {
        ...(speaker && !withhold ? { speaker } : {}),
        ...(words && !(withhold && isNamedIn(words, this.#names)) ? { source: words } : {}),
        ...(said ? { said } : {}),
      };
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
    statement: RecordedStatement,
    before: { until: Day; described: string; why: string } | null,
  ): void {
    const document = documentOf(source);
    const entry = entryAt(document, index);
    if (!entry) return;
    this.#redact(source, index, statement, this.#names);
    const { status } = statement;
    const described = this.#manner.name ?? WITHHELD;
    setAttribution(document, entry, { described, status: status === 'disputed' ? status : 'confirmed' });
    if (before) addHistory(document, index, before);
  }

  /** Puts other words in the place of names in what an entry shows beside the statement. */
  #redact(source: ArticleSource, index: number, statement: RecordedStatement, names: readonly string[]): void {
    const document = documentOf(source);
    const entry = entryAt(document, index);
    if (!entry) return;
    const { described, source: named, cue } = statement;
    const words = this.#manner.name ?? WITHHELD;
    const replace = (key: string, text: string | undefined): void => {
      if (text === undefined || !isNamedIn(text, names)) return;
      entry.set(key, withoutNames(text, names, words));
      this.#changed.add(source);
    };
    replace('described', described === true ? named && wholeAnchor(named).quote : described || undefined);
    replace('addressee', statement.addressee);
    replace('note', statement.note);
    for (const [key, anchor] of [
      ['source', named],
      ['cue', cue],
    ] as const) {
      if (!anchor || !isNamedIn(wholeAnchor(anchor).quote, names)) continue;
      setField(document, entry, key, undefined);
      this.#changed.add(source);
    }
  }

  /** Takes a person out of the history of a statement. */
  #forgetHistory(
    source: ArticleSource,
    index: number,
    { id, history }: RecordedStatement,
    ids: ReadonlySet<SpeakerId>,
  ): void {
    if (!history.some(({ speaker }) => speaker !== undefined && ids.has(speaker))) return;
    const list = documentOf(source).getIn(['statements', index, 'history']);
    for (const entry of isSeq(list) ? list.items : []) {
      if (!isMap(entry) || !ids.has(entry.get('speaker') as SpeakerId)) continue;
      entry.delete('speaker');
      entry.set('described', this.#manner.name ?? WITHHELD);
    }
    this.#changed.add(source);
    if (id) this.#addresses.add(statementAddress(id));
  }

  /** Takes a person out of entries that are gone, and their words too if they are to be withheld. */
  #forgetGone(
    source: ArticleSource,
    isMeant: (entry: { id: StatementId; speaker?: SpeakerId | undefined; source?: string | undefined }) => boolean,
  ): void {
    const list = source.record?.document.get('gone');
    const entries = source.record?.value?.gone ?? [];
    for (const [index, entry] of entries.entries()) {
      const node = isSeq(list) ? (list.items[index] as YAMLMap) : null;
      if (!node || !isMeant(entry)) continue;
      node.delete('speaker');
      if (this.#manner.withhold) node.set('withhold', true);
      this.#changed.add(source);
      this.#addresses.add(statementAddress(entry.id));
    }
  }

  /** Hides what former addresses say of what was there. */
  #withholdFormer(isMeant: (entry: FormerFile['gone'][number]) => boolean): void {
    for (const { address, on, why } of (this.#former?.value?.gone ?? []).filter(isMeant)) {
      this.#gone.push({ address, on, why, withhold: true });
      this.#addresses.add(address);
    }
  }

  /** Says of a released address that its content is gone. */
  #retire(address: Address, { was, withhold = false, speaker, ...more }: Partial<NewGone>): void {
    if (!this.#ledger.has(address)) return;
    const { on, why } = this.#manner;
    const shown = withhold ? { withhold } : { ...(was ? { was } : {}), ...(speaker ? { speaker } : {}) };
    this.#gone.push({ address, on, why, ...shown, ...more });
    this.#addresses.add(address);
  }
}

const statementsOf = ({ record }: ArticleSource): RecordedStatement[] => record?.value?.statements ?? [];

function documentOf({ record, recordFile }: ArticleSource): NonNullable<ArticleSource['record']>['document'] {
  if (!record) throw new Error(`There is no record ${recordFile}.`);
  return record.document;
}
