import { join } from 'node:path';
import { stringify } from 'yaml';
import { speakerAddress, statementAddress } from '../article/address.ts';
import { type ArticleSource, readArticleSources } from '../archive/article-source.ts';
import { extendLedger, readLedger } from '../archive/ledger.ts';
import { readArchive } from '../archive/read-archive.ts';
import { shownPath } from '../archive/settings.ts';
import { readSpeakers } from '../archive/speakers.ts';
import { dayOf } from '../base/day.ts';
import { ContentError, describeProblems } from '../base/problem.ts';
import {
  addGone,
  addStatement,
  type NewStatement,
  newRecord,
  recordText,
  retireStatement,
  setId,
} from '../statements/edit-record.ts';
import { findStatements, type FoundStatement } from '../find/find-statements.ts';
import { identifySpeaker, type KnownSpeaker } from '../statements/identify.ts';
import { anchorFor, locateQuote, occurrenceOf } from '../statements/locate.ts';
import { reconcile } from '../statements/reconcile.ts';
import { makeStatementId } from '../statements/statement-id.ts';
import { fail } from './command.ts';
import { createFile, replaceFile } from './write-file.ts';

/** One run of `record` over an archive: what is known so far, and what was done. */
export class Recorder {
  readonly #content: string;
  readonly #today = dayOf(new Date());
  readonly #ledger;
  readonly #sources;
  readonly #speakers: KnownSpeaker[];
  readonly #ids: Set<string>;
  readonly #added: string[] = [];
  readonly #open: string[] = [];

  constructor(content: string) {
    this.#content = content;
    this.#ledger = readLedger(content);
    this.#sources = readArticleSources(content);
    const { speakers, problems } = readSpeakers(content);
    if (problems.length > 0) throw new ContentError(problems);
    this.#speakers = speakers;
    const records = this.#sources.articles.flatMap(({ record }) => (record?.value ? [record.value] : []));
    this.#ids = new Set(
      records.flatMap(({ statements, gone }) => [...statements, ...gone].flatMap(({ id }) => id ?? [])),
    );
  }

  run(): void {
    const usable = this.#sources.articles.filter(({ problems }) => problems.length === 0);
    for (const source of usable) this.#record(source);

    const { articles, speakers } = readArchive({ content: this.#content, date: null });
    const addresses = extendLedger(this.#content, articles, speakers);
    this.#report(usable.length, addresses.length);
  }

  #record(source: ArticleSource): void {
    const { text } = source.canonical;
    const existing = source.record?.value ?? { statements: [], gone: [] };
    const { added, gone, changed } = reconcile(existing, findStatements(text), text);
    for (const { recorded, now } of changed) {
      const line = source.record?.lineOf(['statements', existing.statements.indexOf(recorded)]) ?? 1;
      this.#open.push(
        `${source.recordFile}:${line}: The words of \`${recorded.id}\` are now \`${now}\`. Correct its \`quote\`, or the article.`,
      );
    }
    const unnamed = existing.statements.filter(({ id }) => !id);
    if (source.record && unnamed.length + added.length + gone.length === 0) return;

    const document = source.record?.document ?? newRecord();
    for (const recorded of unnamed) {
      const id = this.#newId(source, recorded.quote.join(' '));
      setId(document, existing.statements.indexOf(recorded), id);
    }
    for (const recorded of gone) {
      if (!recorded.id) continue;
      retireStatement(document, {
        id: recorded.id,
        was: recorded.quote.join(' '),
        on: this.#today,
        why: 'Not in the text any more.',
      });
      this.#open.push(
        `${source.recordFile}: \`${recorded.id}\` is not in the text any more; its entry is under \`gone\` now. Write there why.`,
      );
    }
    const starts = existing.statements.flatMap(({ quote, occurrence }) => {
      const spans = locateQuote(text, quote, occurrence);
      return typeof spans === 'string' ? [] : [spans[0]?.start ?? 0];
    });
    for (const found of added) {
      const removed = makeStatementId(source.address, found.text, () => false);
      if (this.#ledger.has(statementAddress(removed)) && !this.#ids.has(removed)) {
        this.#ids.add(removed);
        addGone(document, {
          id: removed,
          was: found.text,
          on: this.#today,
          why: 'Removed from the record by an editor.',
        });
        continue;
      }
      const start = found.spans[0]?.start ?? 0;
      addStatement(document, this.#statement(source, found), starts.filter((other) => other < start).length);
      starts.push(start);
    }
    replaceFile(source.recordPath, recordText(document));
  }

  #newId({ address, recordFile }: ArticleSource, words: string): string {
    const isTaken = (id: string): boolean => this.#ids.has(id) || this.#ledger.has(statementAddress(id));
    const id = makeStatementId(address, words, isTaken);
    this.#ids.add(id);
    this.#added.push(`${recordFile}: ${id} ${words}`);
    return id;
  }

  #statement(source: ArticleSource, found: FoundStatement): NewStatement {
    const { text } = source.canonical;
    const id = this.#newId(source, found.text);
    const quote = found.spans.map(({ start, end }) => text.slice(start, end));
    const occurrence = occurrenceOf(text, found.spans);
    const { source: named, cue, isSure } = found;
    const speaker = named && this.#speaker(found.name ?? text.slice(named.start, named.end));
    return {
      id,
      type: found.type,
      quote,
      ...(occurrence ? { occurrence } : {}),
      ...(speaker ? { speaker } : {}),
      ...(named ? { source: anchorFor(text, named, found.spans) } : {}),
      ...(cue ? { cue: anchorFor(text, cue, found.spans) } : {}),
      status: speaker ? 'inferred' : 'unattributed',
      ...(speaker && !isSure ? { sure: false } : {}),
    };
  }

  /** The id of the speaker that some words name; a new name gets a file. */
  #speaker(source: string): string | null {
    const speaker = identifySpeaker(source, this.#speakers);
    if (speaker?.isNew && !this.#ledger.has(speakerAddress(speaker.id))) {
      const file = { name: speaker.isNew, kind: 'person', madeBy: 'record' };
      const path = join(this.#content, 'speakers', `${speaker.id}.yaml`);
      createFile(path, stringify(file, { lineWidth: 0 }));
      this.#speakers.push({ id: speaker.id, name: speaker.isNew, otherNames: [] });
      this.#open.push(
        `${shownPath(path)}: made for a new name. Check \`kind\`, or move the name to \`otherNames\` of another speaker.`,
      );
    }
    return speaker?.id ?? null;
  }

  #report(articles: number, addresses: number): void {
    for (const line of this.#added) console.log(line);
    if (this.#open.length > 0)
      console.log(`\nFor you to look at:\n${this.#open.map((line) => `  ${line}`).join('\n')}`);
    console.log(
      `\nArticles read: ${articles}. Statements added: ${this.#added.length}. Addresses added to the ledger: ${addresses}.`,
    );
    const problems = [...this.#sources.problems, ...this.#sources.articles.flatMap((source) => source.problems)];
    if (problems.length > 0) fail(`\nNot recorded:\n${describeProblems(problems)}`);
  }
}
