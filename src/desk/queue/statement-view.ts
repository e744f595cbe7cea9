import type { Day } from '../../base/day.ts';
import type { Edtf } from '../../base/edtf.ts';
import type { StatementId } from '../../base/ids.ts';
import { isReleased } from '../../content/ledger.ts';
import { locateAnchor } from '../../content/matching/locate.ts';
import { dismissedStatement, type RecordedStatement } from '../../content/record-file.ts';
import { roleOn } from '../../content/speaker-file.ts';
import type { FoundStatement } from '../../find/find-statements.ts';
import { speakerName } from '../../text/speaker-name.ts';
import { identifySpeaker } from '../../record/identify.ts';
import { entriesOf } from '../../record/editing.ts';
import { Refusal } from '../../record/refusal.ts';
import { spansOf } from '../../record/open-article.ts';
import { sourceOf } from '../../record/source-of.ts';
import { overlaps, type Span } from '../../text/canonical-text.ts';
import { shownWords } from '../../text/shown-words.ts';
import type { StatementType } from '../../text/statement-types.ts';
import type { Desk } from '../desk.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type DayChoice, daysIn } from './day-choices.ts';
import { offeredIn } from './item.ts';

/** A statement as the desk shows it. */
export interface StatementView {
  id: StatementId;
  /** The path of its article, and the version of its files that is shown. */
  path: string;
  version: string;
  article: { title: string; day: Day; file: string; language: string };
  /** The paragraphs with its words and the one before, with their places in the canonical text. */
  paragraphs: (Span & { text: string })[];
  spans: Span[];
  source: Span | null;
  cue: Span | null;
  /** The other statements of these paragraphs. */
  others: Span[];
  /** The words as they are shown to readers. */
  words: string;
  type: StatementType;
  /** Who speaks, as it is shown: `probably Ada Quill`. */
  who: string;
  /** Whether anybody is named, proposed or described. */
  hasSpeaker: boolean;
  role: string | null;
  status: RecordedStatement['status'];
  isMore: boolean;
  isReleased: boolean;
  said: Edtf | null;
  note: string | null;
  confidence: number | null;
  candidates: Candidate[];
  days: DayChoice[];
  /** The statements before and after it in the article, which it may be joined with. */
  neighbours: { before: StatementId | null; after: StatementId | null };
  /** What is to be known before it is decided on. */
  notices: string[];
}

/** What the desk shows of a statement. */
export function viewOf(desk: Desk, id: StatementId, path: string): StatementView {
  const { open, found, version } = desk.article(path);
  const { source, searched } = open;
  const { text } = searched;
  const { frontmatter } = source.article;
  const language = frontmatter?.language ?? desk.state.language;
  const entry = entriesOf(source).find(({ statement }) => statement.id === id);
  const offered = entry ? undefined : offeredIn(open, found).get(id);
  if (!entry && !offered) throw new Refusal(`${source.recordFile} has no statement \`${id}\` any more.`);
  const spans = entry ? spansOf(open, entry) : (offered?.spans ?? []);
  const engine = offered ?? found.find((one) => one.spans.some((span) => spans.some((own) => overlaps(own, span))));
  const recorded = entry?.statement ?? (offered && asRecorded(desk, offered, text));
  if (!recorded) throw new Refusal(`There is no statement \`${id}\`.`);
  const near = paragraphsOf(source.canonical.paragraphs, spans);
  const anchor = (field: 'source' | 'cue'): Span | null => {
    const words = recorded[field];
    return offered ? offered[field] : words ? locateAnchor(text, words, spans) : null;
  };
  const order = entriesOf(source)
    .map((one) => ({ id: one.statement.id ?? null, spans: spansOf(open, one) }))
    .filter((one) => one.spans.length > 0)
    .toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  const at = order.findIndex((one) => one.id === id);
  const isEnglish = language.startsWith('en');
  return {
    id,
    path,
    version,
    article: { title: frontmatter?.title ?? source.file, day: source.day, file: source.file, language },
    paragraphs: near.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
    spans,
    source: anchor('source'),
    cue: anchor('cue'),
    others: order.filter((one) => one.id !== id).flatMap((one) => one.spans),
    words: shownWords(recorded.quote, recorded.type),
    type: recorded.type,
    who: speakerWords(desk, recorded),
    hasSpeaker: sourceOf(recorded) !== null,
    role: roleOf(desk, recorded, source.day),
    status: recorded.status,
    isMore: offered !== undefined,
    isReleased: isReleased(desk.state.ledger, id),
    said: recorded.said ?? null,
    note: recorded.note ?? null,
    confidence: engine?.confidence ?? null,
    candidates: candidatesFor(
      desk.state,
      recorded,
      engine,
      source.day,
      text,
      entriesOf(source).map(({ statement }) => statement),
    ),
    days: isEnglish ? daysIn(text, near, engine, source.day) : [],
    neighbours: { before: order[at - 1]?.id ?? null, after: at < 0 ? null : (order[at + 1]?.id ?? null) },
    notices: spans.length === 0 ? ['Its words are not found in the article. Run `npm run record`.'] : [],
  };
}

/** The paragraphs that contain some spans, and the one before. */
function paragraphsOf(paragraphs: readonly Span[], spans: readonly Span[]): readonly Span[] {
  const first = paragraphs.findIndex((paragraph) => spans.some((span) => overlaps(paragraph, span)));
  const last = paragraphs.findLastIndex((paragraph) => spans.some((span) => overlaps(paragraph, span)));
  return first < 0 ? [] : paragraphs.slice(Math.max(0, first - 1), last + 1);
}

/** What the program offers, as it would be recorded. */
function asRecorded(desk: Desk, found: FoundStatement, text: string): RecordedStatement {
  const { who, source, spans, type } = found;
  const identity = who?.name ? identifySpeaker({ ...who, name: who.name }, desk.state.known) : null;
  const named = identity?.kind === 'known' ? { speaker: identity.id } : who?.name ? { proposed: who.name } : {};
  const words = source ? { source: text.slice(source.start, source.end) } : {};
  return {
    ...dismissedStatement({ quote: spans.map(({ start, end }) => text.slice(start, end)), ...words }),
    type,
    ...named,
    ...(who?.role ? { role: who.role } : {}),
    ...(source && !who?.name ? { described: true } : {}),
    status: source ? 'inferred' : 'unattributed',
    sure: false,
  };
}

/** Who speaks, as pages show it. */
function speakerWords(desk: Desk, recorded: RecordedStatement): string {
  const { speaker, status, sure, described } = recorded;
  if (status === 'confirmed' && described === false) return 'speaker not named';
  const name = speaker ? (desk.state.speaker(desk.state.idOf(speaker))?.name ?? speaker) : sourceOf(recorded);
  return speakerName(name, sure);
}

function roleOf(desk: Desk, { speaker, role }: RecordedStatement, day: Day): string | null {
  const file = speaker && desk.state.speaker(desk.state.idOf(speaker));
  return (file ? roleOn(file, day) : null) ?? role ?? null;
}
