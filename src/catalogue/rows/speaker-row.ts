import type { SpeakerRow } from '../../content/rows/speaker-row.ts';
import { speakerAddress } from '../../text/address.ts';
import type { Speaker } from '../../content/types.ts';

/** A speaker as a row of data; `absolute` returns the absolute address of a path. */
export function speakerRow(speaker: Speaker, statements: number, absolute: (path: string) => string): SpeakerRow {
  const { id, name, kind, otherNames, roles, sameAs, madeBy } = speaker;
  const url = speakerAddress(id);
  return {
    id,
    url,
    uri: absolute(url),
    name,
    kind,
    otherNames,
    roles: roles.map(({ title, organisation = null, from = null, to = null, source }) => {
      return { title, organisation, from, to, source };
    }),
    sameAs,
    reviewed: madeBy === 'editor',
    statements,
  };
}
