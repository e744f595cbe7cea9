import type { Speaker } from '../../content/types.ts';
import type { Desk } from '../desk.ts';
import { findSpeakers, guessedKind } from '../speakers.ts';
import { el, fragment } from './frame.ts';

/** What a search for a speaker suggests: those whom the archive has, and whoever was typed, as somebody new. */
export function speakerOptions(desk: Desk, text: string): string {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  const known = findSpeakers(desk, name).map((speaker) => ({
    who: { speaker: speaker.id },
    shown: [speaker.name, el('small', {}, about(speaker))],
  }));
  const guess = guessedKind(name);
  const other = guess === 'person' ? 'organisation' : 'person';
  const added =
    name === ''
      ? []
      : [guess, other].map((kind) => ({ who: { name, kind }, shown: [`New ${kind}: `, el('b', {}, name)] }));
  const others = [
    { who: { described: true }, shown: ['The article describes who it is, without a name'] },
    { who: { described: false }, shown: ['Nobody is named'] },
  ];
  return fragment(
    [...known, ...added, ...others].map(({ who, shown }, index) =>
      el('li', { role: 'option', id: `option-${index}`, dataWho: JSON.stringify(who) }, shown),
    ),
  );
}

/** What a list says of a speaker besides the name. */
export const about = ({ kind, roles, otherNames }: Speaker): string => {
  const [role] = roles;
  const words = role ? [role.title, role.organisation].filter(Boolean).join(', ') : (otherNames[0] ?? kind);
  return ` ${words}`;
};
