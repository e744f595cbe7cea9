import { firstDay } from '../words/days.ts';
import { ImportProblem, type Item } from '../item.ts';
import { splitParagraphs } from '../words/paragraphs.ts';
import { readPlainText } from '../words/read-plain-text.ts';

/**
 * Reads a plain text as an item.
 *
 * @param name the name of the file, from which the day is taken if `isDatedByName`
 * @throws ImportProblem if it has no text
 */
export function readText(text: string, name: string, isDatedByName: boolean, format = 'plain text'): Item {
  const { day, dayProblem, title, authors, labelled, kicker, paragraphs } = readPlainText(text);
  const fromName = isDatedByName ? firstDay(name) : null;
  if (paragraphs.length === 0) {
    throw new ImportProblem('no text', 'There is no text below the head of the article. Add the text of the article.');
  }
  const isAddress = /^https?:\/\//.test(labelled.source ?? '');
  return {
    place: '',
    format,
    title: title ?? undefined,
    day: fromName ?? day ?? undefined,
    dayProblem: fromName ? undefined : (dayProblem ?? undefined),
    authors,
    outlet: labelled.outlet ?? (isAddress ? undefined : labelled.source),
    source: isAddress ? labelled.source : undefined,
    language: labelled.language,
    topics: labelled.topics?.split(/\s*[,;]\s*/).filter((topic) => topic !== '') ?? [],
    rights: labelled.rights,
    description: labelled.summary,
    body: { kind: 'paragraphs', paragraphs },
    fullText: splitParagraphs(text.split(/\r\n|[\r\n]/))
      .map((paragraph) => paragraph.replaceAll(/\s+/g, ' '))
      .join('\n\n'),
    warnings: kicker === null ? [] : [`The words above the headline are left out: \`${kicker}\`.`],
  };
}
