import type { SearchedText } from './evidence.ts';
import { type Place, wholeAnchor } from './locate.ts';
import type { Match } from './match-statements.ts';
import type { RecordedStatement } from '../record-file.ts';

type Unclear = Extract<Match, { kind: 'unclear' }>;

/** As much of the text around each place as tells an editor which it is, in characters. */
const CONTEXT = 60;

/** What an editor has to decide of a statement, and the places to choose from, each with its number. */
export function questionAbout(recorded: RecordedStatement, match: Unclear, { text }: SearchedText): string {
  const places = match.places.map(({ spans, occurrence }) => `    ${occurrence}: ${around(text, spans)}`);
  return [`${recorded.id ?? 'without id'}: ${reasonOf(recorded, match)}`, ...places].join('\n');
}

/** Why a statement cannot be matched with its article without an editor. */
export function reasonOf({ quote, source, said }: RecordedStatement, { why, places }: Unclear): string {
  const words = `\`${quote.join(' ')}\``;
  if (why === 'source' && source)
    return `The record gives ${words} to \`${wholeAnchor(source).quote}\`, and the article to somebody else now.`;
  if (why === 'day') return `The record dates ${words} ${said ?? ''}, and the article gives another day now.`;
  return places.length === 1
    ? `The article does not tell any more whether ${words} is this statement.`
    : `The article has ${words} at ${places.length} places and does not tell which one this is.`;
}

function around(text: string, spans: Place['spans']): string {
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0];
  const [from, to] = [Math.max(0, start - CONTEXT), Math.min(text.length, end + CONTEXT)];
  const cut = text.slice(from, to).replaceAll(/\s+/g, ' ');
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}
