import { parseEdtf } from '../base/edtf.ts';
import { formatEdtf } from '../text/dates.ts';
import { shortHash } from '../base/hash.ts';

import { clearAttribution, confirmEntry, dateEntry } from '../record/decisions.ts';
import { setRole } from '../record/edit-record.ts';
import { nodeOf } from '../record/editing.ts';
import { Refusal } from '../record/refusal.ts';
import { SpeakerEditor } from '../record/edit-speakers.ts';
import { counted } from '../base/counted.ts';
import { formatDay } from '../text/dates.ts';
import { ChangedMeanwhile, type Desk } from './desk.ts';
import { placesOf, type Query, type Place } from './queue/queue.ts';

/** What a group is about. */
export const GROUP_KINDS = ['name', 'described', 'day', 'role'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Statements that one decision may settle. */
export interface Group {
  kind: GroupKind;
  /** Which statements they are. */
  query: Query;
  count: number;
  /** What is supposed of them, as a sentence. */
  text: string;
  /** What each answer does. */
  accept: string;
  none: string;
}

/** A group has at least this many statements: one is decided on in the queue. */
const LEAST = 2;

/** As many as one looks at; the largest come first. */
const MOST = 100;

const OPEN = `NOT is_more AND status != 'confirmed'`;

/** The groups of an archive, the largest first of each kind. */
export function groupsOf(desk: Desk): Group[] {
  return [...nameGroups(desk), ...describedGroups(desk), ...roleGroups(desk), ...dayGroups(desk)];
}

function rowsOf({ index }: Desk, columns: string, where: string): Row[] {
  return index
    .all(
      `SELECT ${columns}, count(*) AS count, min(day) AS first, max(day) AS last FROM item JOIN article USING (path)
       WHERE ${where} GROUP BY ${columns} HAVING count(*) >= ${LEAST} ORDER BY count(*) DESC LIMIT ${MOST}`,
    )
    .map((row) => row as unknown as Row);
}

interface Row {
  count: number;
  /** The days of the first and the last article. */
  first: string;
  last: string;
  source?: string;
  speaker?: string;
  proposed?: string;
  described?: string;
  role?: string;
  said?: string;
  path?: string;
}

function nameGroups(desk: Desk): Group[] {
  const isProbable = '(proposed IS NOT NULL OR (speaker IS NOT NULL AND NOT sure)) AND source IS NOT NULL';
  return rowsOf(desk, 'source, speaker, proposed', `${OPEN} AND ${isProbable}`).map(
    ({ count, source = '', speaker, proposed }) => {
      const name = speaker ? nameOf(desk, speaker) : (proposed ?? '');
      return {
        kind: 'name',
        query: { queue: 'probable', source, ...(speaker ? { speaker } : {}), ...(proposed ? { proposed } : {}) },
        count,
        text: `“${source}” probably means ${name}${speaker ? '' : ', who is new'}, ${times(count)}.`,
        accept: 'confirms all of them',
        none: 'takes the name away from all of them',
      };
    },
  );
}

function describedGroups(desk: Desk): Group[] {
  return rowsOf(desk, 'described', `${OPEN} AND described IS NOT NULL`).map(({ count, described = '' }) => ({
    kind: 'described',
    query: { queue: 'open', described },
    count,
    text: `“${described}” describes who speaks, ${times(count)}.`,
    accept: 'confirms all of them',
    none: 'takes the description away from all of them',
  }));
}

function roleGroups(desk: Desk): Group[] {
  const rows = rowsOf(desk, 'speaker, role', 'NOT is_more AND speaker IS NOT NULL AND role IS NOT NULL');
  return rows.flatMap(({ count, speaker = '', role = '', first, last }): Group[] => {
    const file = desk.state.speaker(desk.state.idOf(speaker));
    const isRecorded = file?.roles.some(({ title }) => role.toLowerCase().includes(title.toLowerCase())) ?? true;
    if (isRecorded) return [];
    return [
      {
        kind: 'role',
        query: { queue: 'all', speaker, role },
        count,
        text: `${nameOf(desk, speaker)} is called “${role}”, ${times(count)}, from ${formatDay(first)} to ${formatDay(last)}.`,
        accept: 'adds the role, with these days, to the speaker’s file',
        none: 'takes the role away from all of them',
      },
    ];
  });
}

function dayGroups(desk: Desk): Group[] {
  return rowsOf(desk, 'path, said', `NOT is_more AND said LIKE '%?'`).map(({ count, path = '', said = '' }) => {
    const day = parseEdtf(said.replace('?', ''));
    const title = desk.index.get('SELECT title FROM article WHERE path = ?', path)?.['title'];
    return {
      kind: 'day',
      query: { queue: 'all', article: path, said },
      count,
      text: `${counted(count, 'statement')} of “${String(title)}” probably said ${day ? formatEdtf(day) : said}.`,
      accept: 'makes the day certain',
      none: 'takes the day away',
    };
  });
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const nameOf = ({ state }: Desk, id: string): string => state.speaker(state.idOf(id))?.name ?? id;

/** The statements of a group, and a digest of which they are and of what their records say. */
export function statementsOf(desk: Desk, { query }: Pick<Group, 'query'>): { places: Place[]; digest: string } {
  const places = placesOf(desk.index, query);
  const rows = desk.index.all(
    'SELECT * FROM item WHERE id IN (SELECT value FROM json_each(?)) ORDER BY path, start',
    JSON.stringify(places.map(({ id }) => id)),
  );
  return { places, digest: shortHash(JSON.stringify(rows), 10) };
}

/**
 * Settles a group.
 *
 * @param digest that of the statements that the editor saw
 */
export async function settle(
  desk: Desk,
  group: Pick<Group, 'kind' | 'query'>,
  answer: 'accept' | 'none',
  digest: string,
): Promise<string> {
  const { kind, query } = group;
  await desk.refresh();
  const now = statementsOf(desk, group);
  if (now.digest !== digest)
    throw new ChangedMeanwhile('These statements were changed since they were shown. Nothing was done. Look again.');
  const { places } = now;
  const label = `${answer === 'accept' ? 'Accepted' : 'Refused'} together: ${counted(places.length, 'statement')}`;
  if (kind === 'role' && answer === 'accept') {
    await addRole(desk, query, places, label);
    return label;
  }
  await desk.editStatements(label, places, (entry, editing) => {
    if (kind === 'role') setRole(nodeOf(entry), undefined);
    else if (kind === 'day') dateEntry(entry, answer === 'accept' ? certainDay(entry.statement.said) : null);
    else if (answer === 'accept') confirmEntry(entry, editing);
    else clearAttribution(entry, editing);
  });
  return label;
}

function certainDay(said: string | undefined): Parameters<typeof dateEntry>[1] {
  const day = parseEdtf(said?.replace('?', '') ?? '');
  if (!day) throw new Refusal(`\`${said}\` is not a day that can be made certain.`);
  return { said: day, saidBasis: 'editor' };
}

/** The role is known for the days of the articles that name it, and for no others. */
async function addRole(desk: Desk, { speaker, role }: Query, places: readonly Place[], label: string): Promise<void> {
  const days = desk.index
    .all(
      `SELECT DISTINCT day FROM item JOIN article USING (path) WHERE item.id IN (SELECT value FROM json_each(?)) ORDER BY day`,
      JSON.stringify(places.map(({ id }) => id)),
    )
    .map(({ day }) => String(day));
  const [from, to] = [days[0], days.at(-1)];
  if (speaker === undefined || role === undefined || from === undefined || to === undefined)
    throw new Refusal('There is nothing to add.');
  await desk.changeFiles(null, (files) => {
    const id = desk.state.idOf(speaker);
    if (desk.state.speaker(id)?.roles.some(({ title }) => title === role))
      throw new Refusal(`The file of \`${id}\` has this role already.`);
    new SpeakerEditor(desk.content, files).addRole(id, {
      title: role,
      from,
      to,
      source:
        from === to ? `Called so in this archive on ${from}.` : `Called so in this archive from ${from} to ${to}.`,
    });
    return { label };
  });
}
