import { STATEMENT_TYPES } from '../../text/statement-types.ts';
import type { Facets } from './statement-search.ts';
import { ByteReader } from './bytes.ts';
import type { Found } from './find.ts';
import { type IndexPart, NAMES_A_FILE, RECORDS_A_COLUMN, type SpeakerFile } from './format.ts';
import type { Range } from './lists.ts';
import type { OpenIndex } from './open-index.ts';
import { within } from './sets.ts';

/** The most speakers that a reader is offered to choose from. */
const MOST_SPEAKERS = 30;

/**
 * Up to this many files of columns and names are requested before it is known which are needed: waiting would cost
 * more.
 */
const MOST_AT_ONCE = 8;

/**
 * Counts the results by speaker and by type.
 *
 * @param range the range that can contain results
 * @param find finds the records
 */
export async function countFacets(
  { entry: { parts, statements }, files }: OpenIndex,
  range: Range,
  find: () => Promise<Found>,
): Promise<Facets> {
  const columns = columnsOf(parts, statements);
  const likely = columns.filter(({ from, to }) => from < range.to && to > range.from).map(({ name }) => name);
  for (const early of [likely, parts.flatMap(({ speakers: names }) => names)]) {
    // If this fails, it fails again where the file is needed.
    if (early.length <= MOST_AT_ONCE) for (const name of early) files.bytes(name).catch(() => undefined);
  }
  const { records } = await find();
  const bySpeaker = new Map<number, number>();
  const types = new Map<string, number>();
  await Promise.all(
    columns.map(async ({ name, from, to }) => {
      const here = within(records, { from, to });
      if (here.length === 0) return;
      const reader = new ByteReader(await files.bytes(name));
      let at = from;
      for (const record of here) {
        for (; at < record; at++) reader.number();
        const value = reader.number();
        at++;
        const [speaker, type] = [
          Math.floor(value / STATEMENT_TYPES.length),
          STATEMENT_TYPES[value % STATEMENT_TYPES.length] ?? '',
        ];
        bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + 1);
        types.set(type, (types.get(type) ?? 0) + 1);
      }
    }),
  );
  bySpeaker.delete(0);
  const most = [...bySpeaker].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_SPEAKERS);
  const partNaming = (number: number): Pick<IndexPart, 'firstSpeaker' | 'speakers'> =>
    parts.findLast(({ firstSpeaker }) => firstSpeaker < number) ?? { firstSpeaker: 0, speakers: [] };
  const speakers = await Promise.all(
    most.map(async ([number, count]) => {
      const { firstSpeaker, speakers: names } = partNaming(number);
      const place = number - 1 - firstSpeaker;
      const file = await files.json<SpeakerFile>(names[Math.floor(place / NAMES_A_FILE)] ?? '');
      const [id = '', name = ''] = file[place % NAMES_A_FILE] ?? [];
      return { id, name, count };
    }),
  );
  return { speakers, types };
}

/** The files that have the speaker and the type of records, each with the range of its records. */
function columnsOf(parts: readonly IndexPart[], statements: number): (Range & { name: string })[] {
  return parts.flatMap(({ first, columns }, part) => {
    const end = parts[part + 1]?.first ?? statements;
    return columns.map((name, place) => {
      const from = first + place * RECORDS_A_COLUMN;
      return { name, from, to: Math.min(from + RECORDS_A_COLUMN, end) };
    });
  });
}
