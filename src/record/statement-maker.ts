import type { ArticleSource } from '../archive/article-source.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { findSaidDate, type SaidDate } from '../find/said-date.ts';
import { anchorFor } from '../statements/locate.ts';
import type { NewStatement } from './edit-record.ts';
import { whereabouts } from './refresh-statement.ts';
import type { SpeakerFiles } from './speaker-files.ts';

/** Makes what a record keeps of the statements that the program finds. */
export class StatementMaker {
  readonly #speakers: SpeakerFiles;
  readonly #language: string;

  /** @param language the language of an article that names none */
  constructor(speakers: SpeakerFiles, language: string) {
    this.#speakers = speakers;
    this.#language = language;
  }

  /** A found statement as the entry of a record. */
  make(source: ArticleSource, found: FoundStatement, id: string): NewStatement {
    const { text } = source.canonical;
    const { source: named, cue, spans, type } = found;
    const speaker = this.speakerOf(source, found);
    return {
      id,
      type,
      quote: spans.map(({ start, end }) => text.slice(start, end)),
      ...whereabouts(text, spans),
      ...(speaker ? { speaker: speaker.id } : {}),
      ...(named ? { source: anchorFor(text, named, spans) } : {}),
      ...(cue ? { cue: anchorFor(text, cue, spans) } : {}),
      status: speaker ? 'inferred' : 'unattributed',
      ...(speaker && !speaker.isSure ? { sure: false } : {}),
      ...this.saidOn(source, found),
    };
  }

  /** Who says a found statement, and whether the program vouches for it; a file is made for a name that is new. */
  speakerOf(source: ArticleSource, found: FoundStatement): { id: string; isSure: boolean } | null {
    const { source: named, name } = found;
    if (!named) return null;
    const words = source.canonical.text.slice(named.start, named.end);
    const speaker = this.#speakers.find(name ?? words, name !== null, source.day);
    return speaker && { id: speaker.id, isSure: found.isSure && speaker.isPlain };
  }

  /** When a found statement was said, if the article is English and its sentence tells. */
  saidOn(source: ArticleSource, found: FoundStatement): SaidDate | null {
    const language = source.article.frontmatter?.language ?? this.#language;
    return language.startsWith('en') ? findSaidDate(source.canonical.text, found, source.day) : null;
  }
}
