import { type ArticleSource, readArticleSources } from '../archive/article-source.ts';
import { extendLedger, readLedger } from '../archive/ledger.ts';
import { readArchive, readArchiveFile } from '../archive/read-archive.ts';
import { statementsIn } from '../archive/statements-in.ts';
import { statementAddress } from '../article/address.ts';
import { dayOf } from '../base/day.ts';
import { describeProblems } from '../base/problem.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { findSaidDate } from '../find/said-date.ts';
import {
  addGone,
  addStatement,
  type NewStatement,
  newRecord,
  recordText,
  retireStatement,
  setId,
  setOccurrence,
} from '../statements/edit-record.ts';
import { anchorFor, locateQuote, occurrenceOf } from '../statements/locate.ts';
import { reconcile } from '../statements/reconcile.ts';
import { firstStatementId, makeStatementId } from '../statements/statement-id.ts';
import { wordDifference } from '../statements/word-difference.ts';
import { fail } from './command.ts';
import { retireAddresses } from './retire-addresses.ts';
import { SpeakerFiles } from './speaker-files.ts';
import { replaceFile } from '../base/write-file.ts';

/** So many articles are worth a line on how far the run is. */
const PROGRESS = 100;
/** As many lines of a kind as the summary shows. */
const SHOWN = 20;

/** One run of `record` over an archive: what is known so far, and what was done. */
export class Recorder {
  readonly #content: string;
  readonly #today = dayOf(new Date());
  readonly #language: string;
  readonly #ledger;
  readonly #sources;
  readonly #speakers: SpeakerFiles;
  readonly #ids: Set<string>;
  readonly #unsure: { line: string; confidence: number }[] = [];
  readonly #added: string[] = [];
  readonly #changed: string[] = [];
  readonly #gone: string[] = [];

  constructor(content: string) {
    this.#content = content;
    this.#language = readArchiveFile(content).languages[0] ?? 'en';
    this.#ledger = readLedger(content);
    this.#speakers = new SpeakerFiles(content, this.#ledger);
    this.#sources = readArticleSources(content);
    const records = this.#sources.articles.flatMap(({ record }) => (record?.value ? [record.value] : []));
    this.#ids = new Set(
      records.flatMap(({ statements, gone }) => [...statements, ...gone].flatMap(({ id }) => id ?? [])),
    );
  }

  run(): void {
    const usable = this.#sources.articles.filter(({ problems }) => problems.length === 0);
    usable.forEach((source, index) => {
      this.#record(source);
      const done = index + 1;
      if (usable.length >= PROGRESS && done % PROGRESS === 0)
        console.error(`Articles read: ${done} of ${usable.length}.`);
    });

    const archive = readArchive({ content: this.#content, date: null });
    const retired = archive.isWhole ? retireAddresses(this.#content, this.#ledger, archive, this.#today) : [];
    const addresses = extendLedger(this.#content, archive.articles, archive.speakers);
    this.#report(usable.length, addresses.length, retired);
  }

  #record(source: ArticleSource): void {
    const { text } = source.canonical;
    const existing = source.record?.value ?? { statements: [], gone: [] };
    for (const { speaker } of existing.statements) if (speaker) this.#speakers.ensure(speaker);
    const { added, gone, changed, recounted } = reconcile(existing, statementsIn(source), {
      text,
      address: source.address,
    });
    for (const { recorded, now } of changed) {
      const line = source.record?.lineOf(['statements', existing.statements.indexOf(recorded)]) ?? 1;
      const difference = wordDifference(recorded.quote.join(' '), now.text);
      this.#changed.push(`${source.recordFile}:${line}: ${recorded.id ?? 'without id'}: ${difference}`);
    }
    const unnamed = existing.statements.filter(({ id }) => !id);
    if (source.record && unnamed.length + added.length + gone.length + recounted.length === 0) return;

    const document = source.record?.document ?? newRecord();
    for (const { recorded, occurrence } of recounted) {
      setOccurrence(document, existing.statements.indexOf(recorded), occurrence);
    }
    for (const recorded of unnamed) {
      const id = this.#newId(source, recorded.quote.join(' '));
      setId(document, existing.statements.indexOf(recorded), id);
      this.#added.push(`${source.recordFile}: ${id} ${recorded.quote.join(' ')}`);
    }
    for (const { id, quote } of gone) {
      if (!id) continue;
      retireStatement(document, { id, was: quote.join(' '), on: this.#today, why: 'Not in the text any more.' });
      this.#gone.push(`${source.recordFile}: ${id} is under \`gone\` now. Write there why.`);
    }
    this.#add(source, document, added);
    replaceFile(source.recordPath, recordText(document));
  }

  #add(source: ArticleSource, document: ReturnType<typeof newRecord>, added: readonly FoundStatement[]): void {
    const starts = (source.record?.value?.statements ?? []).flatMap(({ quote, occurrence }) => {
      const spans = locateQuote(source.canonical.text, quote, occurrence);
      return typeof spans === 'string' ? [] : [spans[0]?.start ?? 0];
    });
    for (const found of added) {
      const removed = firstStatementId(source.address, found.text);
      if (this.#ledger.has(statementAddress(removed)) && !this.#ids.has(removed)) {
        this.#ids.add(removed);
        const why = 'Removed from the record by an editor.';
        addGone(document, { id: removed, was: found.text, on: this.#today, why });
        this.#gone.push(`${source.recordFile}: ${removed} is under \`gone\` now. Write there why.`);
        continue;
      }
      const start = found.spans[0]?.start ?? 0;
      addStatement(document, this.#statement(source, found), starts.filter((other) => other < start).length);
      starts.push(start);
    }
  }

  #newId({ address }: ArticleSource, words: string): string {
    const isTaken = (id: string): boolean => this.#ids.has(id) || this.#ledger.has(statementAddress(id));
    const id = makeStatementId(address, words, isTaken);
    this.#ids.add(id);
    return id;
  }

  #statement(source: ArticleSource, found: FoundStatement): NewStatement {
    const { text } = source.canonical;
    const { source: named, cue, spans, type } = found;
    const id = this.#newId(source, found.text);
    const language = source.article.frontmatter?.language ?? this.#language;
    const said = language.startsWith('en') ? findSaidDate(text, found, source.day) : null;
    const occurrence = occurrenceOf(text, spans);
    const speaker =
      named && this.#speakers.find(found.name ?? text.slice(named.start, named.end), found.name !== null, source.day);
    const isSure = found.isSure && speaker?.isPlain === true;
    const line = `${source.recordFile}: ${id} ${speaker ? `${speaker.id}: ` : ''}${found.text}`;
    if (isSure) this.#added.push(line);
    else this.#unsure.push({ line, confidence: speaker ? found.confidence : 0 });
    return {
      id,
      type,
      quote: spans.map(({ start, end }) => text.slice(start, end)),
      ...(occurrence ? { occurrence } : {}),
      ...(speaker ? { speaker: speaker.id } : {}),
      ...(named ? { source: anchorFor(text, named, spans) } : {}),
      ...(cue ? { cue: anchorFor(text, cue, spans) } : {}),
      status: speaker ? 'inferred' : 'unattributed',
      ...(speaker && !isSure ? { sure: false } : {}),
      ...(said ?? {}),
    };
  }

  #report(articles: number, addresses: number, retired: readonly string[]): void {
    const unsure = this.#unsure.toSorted((a, b) => a.confidence - b.confidence).map(({ line }) => line);
    const { merged, made, open } = this.#speakers;
    show('New and not sure, least sure first (`npm run record -- --unsure` lists them with their sentences)', unsure);
    show('Words changed in the article (`npm run record -- --accept ID` keeps the address)', this.#changed);
    show('Gone from the text or the record', this.#gone);
    show('Addresses without content of their own', retired);
    show('Speakers that were taken for one (correct `speaker:` where that is wrong)', [...merged]);
    show('Speakers left open (write `speaker:` into the record)', [...open]);
    show('Speaker files made for new names (check `kind`; `mergedInto: ID` where it is somebody known)', made);
    show('New and sure', this.#added);
    const counts = [
      `Articles read: ${articles}`,
      `statements added: ${this.#added.length + unsure.length}, of which ${unsure.length} not sure`,
      `changed: ${this.#changed.length}`,
      `gone: ${this.#gone.length}`,
      `addresses added to the ledger: ${addresses}`,
    ];
    console.log(`${counts.join('; ')}.`);
    const problems = [...this.#sources.problems, ...this.#sources.articles.flatMap((source) => source.problems)];
    if (problems.length > 0) fail(`\nNot recorded:\n${describeProblems(problems)}`);
  }
}

function show(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const more = lines.length > SHOWN ? [`… and ${lines.length - SHOWN} more`] : [];
  console.log(
    `${title}: ${lines.length}\n${[...lines.slice(0, SHOWN), ...more].map((line) => `  ${line}`).join('\n')}\n`,
  );
}
