import type { SpeakerId } from '../base/ids.ts';
import type { Settings } from '../base/settings.ts';
import type { ArchiveFile } from '../content/archive-file.ts';
import { speakerIds } from '../content/speakers.ts';
import type { Speaker } from '../content/types.ts';
import type { Address } from '../text/address.ts';
import { linksOf } from '../text/links.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './read-article.ts';

/** What an article is read with, from what the catalogue already holds. */
export function surroundings(
  { connection, sql }: Database,
  archive: ArchiveFile,
  { base, date, onlyReleased }: Pick<Settings, 'base' | 'date' | 'onlyReleased'>,
): Surroundings {
  const speakers = storedSpeakers({ connection, sql });
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return {
    ...linksOf(archive.baseUrl, base),
    title: archive.title,
    language: archive.languages[0] ?? 'en',
    date,
    known: speakerIds(speakers),
    speakerOf: (id: SpeakerId) => byId.get(id) ?? null,
    addresses: {
      *[Symbol.iterator]() {
        const all = `SELECT address FROM article UNION SELECT address FROM ledger WHERE address GLOB '/[0-9]*'`;
        for (const { address } of connection.prepare(all).iterate()) yield String(address) as Address;
      },
    },
    gate: {
      publish: archive.publish,
      onlyReleased,
      isReleased: (address) => sql.get`SELECT 1 FROM ledger WHERE address = ${address}` !== undefined,
      isTarget: (address) => sql.get`SELECT 1 FROM former WHERE target = ${address} LIMIT 1` !== undefined,
    },
  };
}

/** Every speaker of the content folder, by file name. */
export const storedSpeakers = ({ sql }: Database): Speaker[] =>
  sql.all`SELECT data FROM speaker WHERE data IS NOT NULL ORDER BY path`.map(
    ({ data }) => JSON.parse(String(data)) as Speaker,
  );
