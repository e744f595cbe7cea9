import type { SpeakerId, StatementId } from '../base/ids.ts';
import type { Address } from '../text/address.ts';
import { overlaps, type Span, wordsOf } from '../text/canonical-text.ts';
import { shownWords } from '../text/shown-words.ts';
import type { Day } from '../base/day.ts';
import { type Edtf, machineDate } from '../base/edtf.ts';
import type { Problem } from '../base/problem.ts';
import { locateAnchor, notFound, placesOf } from './matching/locate.ts';
import { matchRecord } from './matching/match-record.ts';
import type { Match } from './matching/match-statements.ts';
import { reasonOf } from './matching/unclear.ts';
import { type Anchor, isConfirmedByHand, type RecordedStatement } from './record-file.ts';
import type { ArticleSource } from './article-source.ts';
import { searchedText } from './searched-text.ts';
import type { Article, Evidence, Statement } from './types.ts';

interface Setting {
  /** The language of an article that names none. */
  language: string;
  /** The day after which articles stay out; `null` for none. */
  date: Day | null;
  /** The ids of all speakers, and whom each means. */
  known: ReadonlyMap<SpeakerId, SpeakerId>;
  /** Every article address that the archive has or had. */
  addresses: Iterable<Address>;
}

/** Matches an article with its record: the words of every statement are found in its canonical text. */
export function toArticle(source: ArticleSource, setting: Setting): { article: Article | null; problems: Problem[] } {
  const { frontmatter, body } = source.article;
  const { text } = source.canonical;
  if (!frontmatter || source.problems.length > 0) return { article: null, problems: source.problems };

  const problems: Problem[] = [];
  const record = source.record?.value ?? { statements: [], dismissed: [] };
  const matches = matchRecord(record, searchedText(source, setting.language, setting.addresses)).statements;
  const statements = record.statements.flatMap((recorded, index) => {
    const line = source.record?.lineOf(['statements', index]) ?? 1;
    const match = matches[index];
    if (match?.kind !== 'found') {
      const field = source.record?.lineOf(['statements', index, 'quote']) ?? line;
      problems.push({ file: source.recordFile, line: field, message: notMatched(recorded, match, text) });
      return [];
    }
    if (!recorded.id) {
      problems.push({
        file: source.recordFile,
        line,
        message: 'This statement has no `id` yet. Run `npm run record`, which makes it.',
      });
      return [];
    }
    const found = resolve(recorded, recorded.id, line, text, match.place.spans, setting.known);
    const messages = checkStatement(found, recorded, setting.known, source.day);
    problems.push(...messages.map((message) => ({ file: source.recordFile, line, message })));
    return [found];
  });
  const inOrder = statements.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
  problems.push(...checkOverlaps(inOrder, source.recordFile), ...checkCode(inOrder, source));

  const gone = (source.record?.value?.gone ?? []).map((entry, index) => ({
    ...entry,
    line: source.record?.lineOf(['gone', index]) ?? 1,
  }));
  const { date, language, draft, ...described } = frontmatter;
  const article: Article = {
    ...described,
    address: source.address,
    file: source.file,
    recordFile: source.recordFile,
    day: date,
    language: language ?? setting.language,
    body,
    text,
    isPublished: !draft && (!setting.date || date <= setting.date),
    isDraft: draft,
    statements: inOrder,
    gone,
  };
  return { article, problems };
}

function resolve(
  recorded: RecordedStatement,
  id: StatementId,
  line: number,
  text: string,
  spans: Span[],
  known: ReadonlyMap<SpeakerId, SpeakerId>,
): Statement {
  const { type, said, saidBasis, addressee, translated, note, speaker, history } = recorded;
  const isConfirmed = isConfirmedByHand(recorded);
  const speakerOf = (speakerId: SpeakerId): SpeakerId => known.get(speakerId) ?? speakerId;
  const evidence = (anchor: Anchor | undefined): Evidence | null => {
    const span = anchor && locateAnchor(text, anchor, spans);
    return span ? { ...span, text: text.slice(span.start, span.end) } : null;
  };
  const source = evidence(recorded.source);
  const described = isConfirmed ? undefined : recorded.described;
  return {
    id,
    type,
    status: isConfirmed ? 'confirmed' : recorded.status,
    sure: isConfirmed || recorded.sure,
    said,
    saidBasis,
    addressee,
    translated,
    note,
    line,
    spans,
    text: wordsOf(text, spans),
    shown: shownWords(
      spans.map(({ start, end }) => text.slice(start, end)),
      type,
    ),
    speaker: speaker ? speakerOf(speaker) : null,
    described: described === true ? (source?.text ?? null) : described || null,
    proposed: (isConfirmed ? null : recorded.proposed) ?? null,
    role: recorded.role ?? null,
    history: history.map((entry) => (entry.speaker ? { ...entry, speaker: speakerOf(entry.speaker) } : entry)),
    source,
    cue: evidence(recorded.cue),
  };
}

/** Why a statement is not found in its article, and what to do. */
function notMatched(recorded: RecordedStatement, match: Match | undefined, text: string): string {
  if (match?.kind === 'unclear') {
    const remedy = 'Run `npm run record`, which lists the places, then `npm run record -- --accept ID --at NUMBER`.';
    return `${reasonOf(recorded, match)} ${remedy}`;
  }
  const isThere = placesOf(text, recorded.quote).length > 0;
  const words = recorded.quote.join(' ');
  return isThere
    ? `The words \`${words}\` appear only where other statements are, or are somebody else's. Run \`npm run record\`.`
    : notFound(text, recorded.quote);
}

function checkStatement(
  found: Statement,
  recorded: RecordedStatement,
  known: ReadonlyMap<SpeakerId, SpeakerId>,
  day: Day,
): string[] {
  const messages: string[] = [];
  const { speaker, described, proposed, status, sure, said, saidBasis, history } = found;
  for (const id of [speaker, ...history.map((entry) => entry.speaker)]) {
    if (!id || known.has(id)) continue;
    messages.push(noSpeaker(id));
  }
  if (recorded.described === true && !recorded.source)
    messages.push('`described: true` has no `source`. Copy the words that say who speaks, or write words of your own.');
  if (proposed !== null && (sure || status === 'confirmed'))
    messages.push(
      '`proposed` is a name that nobody accepted: it has `sure: false` and is not confirmed. `npm run record -- --confirm` makes it a speaker.',
    );
  const names = [speaker, described, proposed].filter((one) => one !== null);
  if (names.length > 1) messages.push('`speaker`, `described` and `proposed` exclude each other. Keep one of them.');
  const isNamed = names.length > 0 || recorded.described !== undefined;
  if (isNamed === (status === 'unattributed')) {
    messages.push(
      isNamed
        ? '`status: unattributed` contradicts the other fields, which say who speaks. Write another status.'
        : 'Nothing says who speaks. Write `speaker`, `described` or `proposed`, or `status: unattributed`.',
    );
  }
  if (!said !== !saidBasis) messages.push('`said` and `saidBasis` go together. Give both, or neither.');
  if (said && isAfter(said, day)) {
    messages.push(`It was said \`${said}\`, after the article's day, ${day}. Correct \`said\`.`);
  }
  for (const field of ['source', 'cue'] as const) {
    if (!recorded[field] || found[field]) continue;
    messages.push(`The words of \`${field}\` do not stand near the statement. Copy them exactly from the article.`);
  }
  return messages;
}

/** What `check` and `record` say of a speaker without a file. */
export const noSpeaker = (id: SpeakerId): string =>
  `There is no speaker \`${id}\`. Put \`speakers/${id}.yaml\` back, make it (\`npm run record -- --confirm\` with the statement's id does), or correct the name.`;

function isAfter(date: Edtf, day: Day): boolean {
  const known = machineDate(date) ?? date.slice(0, 4);
  return known > day.slice(0, known.length);
}

function checkOverlaps(statements: readonly Statement[], file: string): Problem[] {
  const spans = statements.flatMap((statement) => statement.spans.map((span) => ({ span, statement })));
  spans.sort((a, b) => a.span.start - b.span.start);
  return spans.flatMap(({ span, statement }, index) => {
    const before = spans[index - 1];
    if (!before || !overlaps(before.span, span)) return [];
    const message = `The words of \`${statement.id}\` are partly those of \`${before.statement.id}\`. Two statements cannot share words: shorten one.`;
    return [{ file, line: statement.line, message }];
  });
}

function checkCode(statements: readonly Statement[], { canonical, recordFile }: ArticleSource): Problem[] {
  const code = canonical.paragraphs.filter(({ element }) => element.tagName === 'pre');
  const isInCode = (span: Span): boolean => code.some((paragraph) => overlaps(paragraph, span));
  return statements.flatMap(({ spans, line }) =>
    spans.some(isInCode)
      ? [
          {
            file: recordFile,
            line,
            message: 'These words are in a block of code, where no statement can be marked. Remove the entry.',
          },
        ]
      : [],
  );
}
