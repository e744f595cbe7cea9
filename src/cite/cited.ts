import type { Author } from '../content/article-file.ts';
import type { ArticleFacts, ArticleRow } from '../content/rows/article-row.ts';
import type { StatementRow } from '../content/rows/statement-row.ts';
import { fullName, nameParts } from '../base/person-names.ts';
import { formatEdtf } from '../text/dates.ts';
import { speakerName } from '../text/speaker-name.ts';
import { t } from '../words/words.ts';

/** What is cited: an article of an archive or, with `quotation`, a statement in one. */
export interface Cited {
  /** A key that is unique in the archive, of ASCII letters, digits and hyphens. */
  key: string;
  /** The headline; in brackets if the archive supplied it. */
  title: string;
  isTitleSupplied: boolean;
  authors: readonly Author[];
  outlet: string | null;
  /** The name of the archive. */
  archive: string;
  /** The day of publication, `YYYY-MM-DD`. */
  published: string;
  /** A BCP 47 tag. */
  language: string;
  /** The cited address; that of a statement carries the digest of its words as `?v=`. */
  address: string;
  quotation: Quotation | null;
}

/** The cited words, who said them and when. */
export interface Quotation {
  /** As they are shown, in their marks. */
  words: string;
  /** Whether they are the speaker's own; otherwise they are the reporter's. */
  isQuoted: boolean;
  speaker: Author | null;
  role: string | null;
  /** False if the speaker is only probable. */
  isSure: boolean;
  /** When it was said, in words; `null` if not known. */
  said: string | null;
  /** Whether the words are known to be a translation. */
  isTranslated: boolean;
}

/** An article to be cited; `archive` is the archive's name. */
export function citedArticle(row: ArticleRow, archive: string): Cited {
  const { published, language, uri } = row;
  return { ...facts(row), key: articleKey(row.url), archive, published, language, address: uri, quotation: null };
}

/** A statement to be cited; `archive` is the archive's name. */
export function citedStatement(row: StatementRow, archive: string): Cited {
  const { id, shown, type, speaker, sure, said, translated, article, published, language } = row;
  return {
    ...facts(article),
    key: `statement-${id}`,
    archive,
    published,
    language,
    address: `${row.uri}?v=${row.version}`,
    quotation: {
      words: shown,
      isQuoted: type !== 'reported',
      // A description is kept whole, as the name of an organisation is.
      speaker: speaker && { name: speaker.name ?? speaker.described ?? '', kind: speaker.kind ?? 'organisation' },
      role: speaker?.role ?? null,
      isSure: sure,
      said: said && formatEdtf(said),
      isTranslated: translated === 'yes',
    },
  };
}

/** Who speaks, as far as that is known: `Ines Farrow`, `probably Ines Farrow`. */
export function speakerOf({ speaker, isSure }: Quotation): string {
  return speakerName(speaker && fullName(nameParts(speaker)), isSure);
}

/** What is known of a quotation besides its words: `Quoted: Ines Farrow, Harbour Engineer. Said 31 March 2016.` */
export function quotationNote(quotation: Quotation): string {
  const { isQuoted, role, said, isTranslated } = quotation;
  const sentences = [
    t(isQuoted ? 'cite.quoted' : 'cite.reported', { speaker: [speakerOf(quotation), role].filter(Boolean).join(', ') }),
    said && t('cite.saidOn', { day: said }),
    isTranslated && t('cite.isTranslation'),
  ];
  return sentences
    .filter(Boolean)
    .map((sentence) => `${sentence}.`.replace(/\.\.$/, '.'))
    .join(' ');
}

const facts = ({ title, titleSupplied, authors, outlet }: ArticleFacts) => ({
  title,
  isTitleSupplied: titleSupplied,
  authors,
  outlet,
});

/** `/2016/04/01/the-wharf-stays/` -> `article-2016-04-01-the-wharf-stays` */
const articleKey = (url: string): string => `article${url.slice(0, -1).replaceAll('/', '-')}`;
