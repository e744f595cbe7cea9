import type { StatementId } from '../base/ids.ts';
import type { ArticleSource } from '../content/article-source.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { PRONOUNS } from '../find/grammar/words.ts';
import { findSaidDate, type SaidDate } from '../find/said-date.ts';
import { anchorFor } from '../content/matching/locate.ts';
import type { Attribution, NewStatement } from './edit-record.ts';
import { whereabouts } from './refresh-statement.ts';
import type { SpeakerFiles } from './speaker-files.ts';
import type { WithdrawnNames } from './withdrawn-names.ts';

/** Makes what a record keeps of the statements that the program finds. */
export class StatementMaker {
  readonly #speakers: SpeakerFiles;
  readonly #withdrawn: WithdrawnNames;
  readonly #language: string;

  /**
   * @param withdrawn the names that may not be written down again
   * @param language the language of an article that names none
   */
  constructor(speakers: SpeakerFiles, withdrawn: WithdrawnNames, language: string) {
    this.#speakers = speakers;
    this.#withdrawn = withdrawn;
    this.#language = language;
  }

  /** A found statement as the entry of a record. */
  make(source: ArticleSource, found: FoundStatement, id: StatementId): NewStatement {
    const { text } = source.canonical;
    const { cue, spans, type } = found;
    const named = this.#isWithdrawn(source, found) === undefined ? found.source : null;
    const { status, sure, ...who } = this.attributionOf(source, found);
    return {
      id,
      type,
      quote: spans.map(({ start, end }) => text.slice(start, end)),
      ...whereabouts(text, spans),
      ...who,
      ...(named ? { source: anchorFor(text, named, spans) } : {}),
      ...(cue ? { cue: anchorFor(text, cue, spans) } : {}),
      status,
      ...(sure === false ? { sure } : {}),
      ...this.saidOn(source, found),
    };
  }

  /**
   * Makes the speakers of the names that are new and plain, in all articles, before any record is written: the fullest
   * name first, so that "Quill" is Ada Quill wherever it is read.
   */
  meet(statements: readonly { source: ArticleSource; found: FoundStatement }[]): void {
    const named = statements.flatMap(({ source, found }) => {
      const { who } = found;
      const isNamed = who !== null && who.name !== null && this.#isWithdrawn(source, found) === undefined;
      return isNamed && found.isSpeakerSure ? [{ ...who, name: who.name ?? '' }] : [];
    });
    named.sort((a, b) => b.name.split(' ').length - a.name.split(' ').length);
    for (const who of named) this.#speakers.find(who, true);
  }

  /**
   * Who says a found statement: a speaker, a name that is only proposed, the article's words for somebody without a
   * name, or nobody. A file is made for a name that is new and plain.
   */
  attributionOf(source: ArticleSource, found: FoundStatement): Attribution {
    const { source: named, who } = found;
    const sure = found.isSpeakerSure;
    const description = this.#isWithdrawn(source, found);
    if (description) return { described: description, status: 'inferred', sure };
    if (!named || description === null) return { status: 'unattributed' };
    const { text } = source.canonical;
    const words = text.slice(named.start, named.end);
    const name = who?.name ?? null;
    if (who && name !== null) {
      const { kind, role } = who;
      const speaker = this.#speakers.find({ name, kind, role }, sure);
      const said = role === null ? {} : { role };
      if (speaker) return { speaker: speaker.id, ...said, status: 'inferred', sure: sure && speaker.isPlain };
      return { proposed: name, ...said, status: 'inferred', sure: false };
    }
    const speaker = this.#speakers.findRole(words, source.day);
    if (speaker) return { speaker: speaker.id, status: 'inferred', sure: sure && speaker.isPlain };
    const meant = who?.described;
    if (meant) return { described: text.slice(meant.start, meant.end), status: 'inferred', sure };
    // A pronoun describes nobody.
    if (PRONOUNS.has(words.toLowerCase())) return { status: 'unattributed' };
    return { described: true, status: 'inferred', sure };
  }

  /** Whether a found statement is by somebody of whom nothing may be shown. */
  isWithheld(source: ArticleSource, found: FoundStatement): boolean {
    return this.#isWithdrawn(source, found) === null;
  }

  #isWithdrawn(source: ArticleSource, { source: named, who }: FoundStatement): string | null | undefined {
    if (!named) return undefined;
    const words = source.canonical.text.slice(named.start, named.end);
    return [who?.name ?? words, words].map((one) => this.#withdrawn.get(one)).find((one) => one !== undefined);
  }

  /** When a found statement was said, if the article is English and its sentence tells. */
  saidOn(source: ArticleSource, found: FoundStatement): SaidDate | null {
    const language = source.article.frontmatter?.language ?? this.#language;
    return language.startsWith('en') ? findSaidDate(source.canonical.text, found, source.day) : null;
  }
}
