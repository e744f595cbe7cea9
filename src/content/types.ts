import type { Address } from '../text/address.ts';
import type { Frontmatter } from './article-file.ts';
import type { Span } from '../text/canonical-text.ts';
import type { Day } from '../base/day.ts';
import type { SpeakerId, StatementId } from '../base/ids.ts';
import type { GoneStatement, RecordedStatement } from './record-file.ts';
import type { SpeakerFile } from './speaker-file.ts';

/** Words of the article that an attribution rests on. */
export interface Evidence extends Span {
  text: string;
}

/** A recorded statement, found in its article. */
export interface Statement extends Omit<
  RecordedStatement,
  'id' | 'quote' | 'occurrence' | 'before' | 'after' | 'speaker' | 'described' | 'proposed' | 'role' | 'source' | 'cue'
> {
  id: StatementId;
  /** Its line in the record. */
  line: number;
  spans: Span[];
  /** The words of its spans, joined by one space. */
  text: string;
  /** The words as they are shown: each span in marks of its own. */
  shown: string;
  speaker: SpeakerId | null;
  /** The words by which somebody is described whom the article does not name. */
  described: string | null;
  /** A name that nobody accepted yet. */
  proposed: string | null;
  /** What the article says the speaker is. */
  role: string | null;
  source: Evidence | null;
  cue: Evidence | null;
}

/** An article of the archive, checked, with the statements of its record in the order of the text. */
export interface Article extends Omit<Frontmatter, 'date' | 'language' | 'draft'> {
  address: Address;
  /** Its file, as a path from the working directory. */
  file: string;
  /** The record beside it, whether or not it exists. */
  recordFile: string;
  day: Day;
  language: string;
  body: string;
  /** Its canonical text. */
  text: string;
  /** Whether it is published: no draft, and not dated after the build's date. */
  isPublished: boolean;
  isDraft: boolean;
  statements: Statement[];
  gone: (GoneStatement & { line: number })[];
}

export interface Speaker extends SpeakerFile {
  /** The name of its file without `.yaml`. */
  id: SpeakerId;
  /** Its file, as a path from the working directory. */
  file: string;
}
