import { resolve } from 'node:path';
import { parseSpeakerId, type SpeakerId, type StatementId } from '../base/ids.ts';
import { shownPath } from '../base/settings.ts';
import { readArticleSources, type ArticleSource } from '../content/article-source.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { readSpeakers, speakerIds } from '../content/speakers.ts';
import { Refusal } from './refusal.ts';

/** Which statements an editor confirms together; what is left out does not matter. */
export interface Group {
  /** The id of a speaker, or one that a speaker had. */
  speaker?: string | undefined;
  /** The path of an article or of its record. */
  article?: string | undefined;
  /** Whether only those count of whose speaker the program is sure. */
  isSure?: boolean | undefined;
}

/**
 * The statements of a group that nobody confirmed and that say who speaks.
 *
 * @throws a `Refusal` if there is no such speaker or article
 */
export function openStatements(content: string, { speaker, article, isSure = false }: Group): StatementId[] {
  const { articles } = readArticleSources(content);
  const isAsked = article === undefined ? () => true : isNamed(article);
  const asked = articles.filter((source) => source.problems.length === 0 && isAsked(source));
  if (article !== undefined && asked.length === 0)
    throw new Refusal(`\`${shownPath(resolve(article))}\` is not an article that can be read. Name one by its path.`);
  const isBySpeaker = speaker === undefined ? () => true : bySpeaker(content, speaker);
  return asked
    .flatMap(({ record }) => record?.value?.statements ?? [])
    .filter((statement) => isOpen(statement) && (!isSure || statement.sure) && isBySpeaker(statement))
    .flatMap(({ id }) => id ?? []);
}

/** Whether nobody confirmed a statement that says who speaks. */
const isOpen = ({ status, speaker, described, proposed }: RecordedStatement): boolean =>
  status !== 'confirmed' && status !== 'disputed' && Boolean(speaker ?? proposed ?? described);

function isNamed(article: string): (source: ArticleSource) => boolean {
  const path = resolve(article);
  return (source) => source.path === path || source.recordPath === path;
}

function bySpeaker(content: string, speaker: string): (statement: RecordedStatement) => boolean {
  const ids = speakerIds(readSpeakers(content).speakers);
  const asked = parseSpeakerId(speaker);
  const meant = asked && ids.get(asked);
  if (!meant)
    throw new Refusal(`There is no speaker \`${speaker}\`: no file \`speakers/${speaker}.yaml\`. Correct the id.`);
  const now = (id: SpeakerId): SpeakerId => ids.get(id) ?? id;
  return (statement) => statement.speaker !== undefined && now(statement.speaker) === meant;
}
