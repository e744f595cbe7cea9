import type { Day } from '../base/day.ts';
import type { FoundStatement } from '../find/find-statements.ts';
import { evidenceAt } from '../content/matching/evidence.ts';
import { anchorFor, occurrences, placesOf } from '../content/matching/locate.ts';
import type { RecordedStatement } from '../content/record-file.ts';
import { addHistory, entryAt, setAttribution, setField, setWhereabouts } from './edit-record.ts';
import type { Plan } from './plan.ts';
import { whereabouts } from './refresh-statement.ts';
import type { StatementMaker } from './statement-maker.ts';

/** The place that an editor gave to a statement. */
interface Choice {
  statement: RecordedStatement;
  index: number;
  /** Which of the equal words, from 1. */
  number: number;
  maker: StatementMaker;
}

/**
 * Puts a statement where an editor says that it is: its entry gets the number, surroundings, source and cue of that place,
 * and, if the article names somebody else or another day there, that speaker and day; who it was goes to its history.
 *
 * @param before how the history tells of it; `null` for a statement that was never published
 * @returns `null`, or how often the words appear if there is no such place
 */
export function acceptPlace(plan: Plan, choice: Choice, before: { until: Day; why: string } | null): number | null {
  const { statement, index, number } = choice;
  const { document, searched } = plan;
  const { text } = searched;
  const place = placesOf(text, statement.quote).find(({ occurrence }) => occurrence === number);
  const entry = entryAt(document, index);
  if (!place || !entry) return occurrences(text, statement.quote[0] ?? '').length;

  setWhereabouts(document, entry, whereabouts(text, place.spans));
  const found = place.spans.map(searched.foundAt).find((one) => one !== undefined);
  if (!found) return null;
  const { source, day } = evidenceAt(statement, place, searched);
  if (found.source) setField(document, entry, 'source', anchorFor(text, found.source, place.spans));
  if (found.cue) setField(document, entry, 'cue', anchorFor(text, found.cue, place.spans));
  if (day === 'other') {
    const said = choice.maker.saidOn(plan.source, found);
    setField(document, entry, 'said', said?.said);
    setField(document, entry, 'saidBasis', said?.saidBasis);
  }
  if (source === 'other') setSpeaker(plan, choice, found, before);
  return null;
}

function setSpeaker(
  { source, document }: Plan,
  { statement, index, maker }: Choice,
  found: FoundStatement,
  before: { until: Day; why: string } | null,
): void {
  const entry = entryAt(document, index);
  const attribution = maker.attributionOf(source, found);
  const isSame = (['speaker', 'described', 'proposed'] as const).every((key) => attribution[key] === statement[key]);
  if (!entry || isSame) return;
  setAttribution(document, entry, attribution);
  if (before && statement.speaker) addHistory(document, index, { ...before, speaker: statement.speaker });
}
