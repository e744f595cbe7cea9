import type { Address } from '../article/address.ts';
import { overlaps, type Span, wordsOf } from '../article/canonical-text.ts';
import type { Day } from '../base/day.ts';
import { type Edtf, formatEdtf, machineDate } from '../base/edtf.ts';
import type { Problem } from '../base/problem.ts';
import { locateAnchor, notFound, placesOf } from '../statements/locate.ts';
import { type Match, matchStatements } from '../statements/match-statements.ts';
import { reasonOf } from '../statements/unclear.ts';
import type { Anchor, RecordedStatement } from '../statements/record-file.ts';
import type { ArticleSource } from './article-source.ts';
import { searchedText } from './searched-text.ts';
import type { Article, Evidence, Statement } from './types.ts';

interface Setting {
  /** The language of an article that names none. */
  language: string;
  /** The day after which articles stay out; `null` for none. */
  date: Day | null;
  /** The ids of all speakers, and whom each means. */
  known: ReadonlyMap<string, string>;
  /** Every article address that the archive has or had. */
  addresses: ReadonlySet<Address>;
}

/** Matches an article with its record: the words of every statement are found in its canonical text. */
export function toArticle(source: ArticleSource, setting: Setting): { article: Article | null; problems: Problem[] } {
  const { frontmatter, body } = source.article;
  const { text } = source.canonical;
  if (!frontmatter || source.problems.length > 0) return { article: null, problems: source.problems };

  const problems: Problem[] = [];
  const recordedStatements = source.record?.value?.statements ?? [];
  const matches = matchStatements(recordedStatements, searchedText(source, setting.language, setting.addresses));
  const statements = recordedStatements.flatMap((recorded, index) => {
    const line = source.record?.lineOf(['statements', index]) ?? 1;
    const match = matches[index];
    if (match?.kind !== 'found') {
      const field = source.record?.lineOf(['statements', index, 'quote']) ?? line;
      problems.push({ file: source.recordFile, line: field, message: notMatched(recorded, match, text) });
      return [];
    }
    const found = resolve(recorded, line, text, match.place.spans, setting.known);
    if (!found.id) {
      problems.push({
        file: source.recordFile,
        line,
        message: 'This statement has no `id` yet. Run `npm run record`, which makes it.',
      });
      return [];
    }
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
  line: number,
  text: string,
  spans: Span[],
  known: ReadonlyMap<string, string>,
): Statement {
  const { id = '', type, status, sure, said, saidBasis, addressee, translated, note, speaker, history } = recorded;
  const speakerOf = (speakerId: string): string => known.get(speakerId) ?? speakerId;
  const evidence = (anchor: Anchor | undefined): Evidence | null => {
    const span = anchor && locateAnchor(text, anchor, spans);
    return span ? { ...span, text: text.slice(span.start, span.end) } : null;
  };
  return {
    id,
    type,
    status,
    sure,
    said,
    saidBasis,
    addressee,
    translated,
    note,
    line,
    spans,
    text: wordsOf(text, spans),
    speaker: speaker ? speakerOf(speaker) : null,
    history: history.map((entry) => (entry.speaker ? { ...entry, speaker: speakerOf(entry.speaker) } : entry)),
    source: evidence(recorded.source),
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
  known: ReadonlyMap<string, string>,
  day: Day,
): string[] {
  const messages: string[] = [];
  const { speaker, status, said, saidBasis, history } = found;
  for (const id of [speaker, ...history.map((entry) => entry.speaker)]) {
    if (!id || known.has(id)) continue;
    messages.push(`There is no speaker \`${id}\`. Make \`speakers/${id}.yaml\`, or correct the name.`);
  }
  if (!speaker !== (status === 'unattributed')) {
    messages.push('A statement has either a `speaker` or `status: unattributed`. Give it the one or the other.');
  }
  if (!said !== !saidBasis) messages.push('`said` and `saidBasis` go together. Give both, or neither.');
  if (said && isAfter(said, day)) {
    messages.push(`It was said ${formatEdtf(said)}, after the article's day, ${day}. Correct \`said\`.`);
  }
  for (const field of ['source', 'cue'] as const) {
    if (!recorded[field] || found[field]) continue;
    messages.push(`The words of \`${field}\` do not stand near the statement. Copy them exactly from the article.`);
  }
  return messages;
}

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
            message: 'These words stand in a block of code, where no statement can be marked. Remove the entry.',
          },
        ]
      : [],
  );
}
