import type { Day } from '../../base/day.ts';
import { roleOn } from '../../content/speaker-file.ts';
import type { RecordedStatement } from '../../content/record-file.ts';
import type { FoundStatement } from '../../find/find-statements.ts';
import type { Who as Meant } from '../../find/people/people.ts';
import type { Who } from '../../record/decisions.ts';
import { identifySpeaker } from '../../record/identify.ts';
import { sourceOf } from '../../record/source-of.ts';
import type { Span } from '../../text/canonical-text.ts';
import type { ArchiveState } from '../archive-state.ts';

/** Somebody whom a statement may be by. */
export interface Candidate {
  name: string;
  /** What is said of them: a role, or that the archive does not have them yet. */
  about: string | null;
  who: Who;
  role: string | null;
  /** The words of the article that name them. */
  source: Span | null;
}

interface Named {
  name: string;
  kind: 'person' | 'organisation';
  role: string | null;
}

/** As many as there are digits besides 0, which means the speaker as shown. */
const MOST = 9;

/**
 * Whom a statement may be by, besides whom it is said to be by: whom the program considered, the most probable first, then
 * the speakers of the article's other statements.
 */
export function candidatesFor(
  state: ArchiveState,
  recorded: RecordedStatement,
  engine: FoundStatement | undefined,
  day: Day,
  text: string,
  others: readonly RecordedStatement[],
): Candidate[] {
  const known = (id: string, source: Span | null, role: string | null): Candidate[] => {
    const speaker = state.speaker(state.idOf(id));
    if (!speaker) return [];
    const about = roleOn(speaker, day) ?? role;
    return [{ name: speaker.name, about, who: { speaker: speaker.id }, role, source }];
  };
  const named = ({ name, kind, role }: Named, source: Span): Candidate[] => {
    const identity = identifySpeaker({ name, kind, role }, state.known);
    // Of several whom a name may mean, the role may be that of another.
    if (identity.kind === 'open') return identity.among.flatMap((id) => known(id, source, null));
    if (identity.kind === 'known') return known(identity.id, source, role);
    return [{ name, about: [role, 'new'].filter(Boolean).join(', '), who: { name, kind }, role, source }];
  };
  const meant = (who: Meant | null, source: Span): Candidate[] => {
    if (!who) return [];
    const { name, kind, role, among } = who;
    const inArticle = among.flatMap((person) => named({ ...person, kind: 'person' }, source));
    if (name !== null) return [...inArticle, ...named({ name, kind, role }, source)];
    const words = who.described ?? source;
    const shown = text.slice(words.start, words.end);
    return [{ name: shown, about: 'described', who: { described: true }, role: null, source: words }];
  };
  const engines = engine
    ? [
        ...(engine.source ? meant(engine.who, engine.source) : []),
        ...engine.rivals.flatMap(({ who, source }) => meant(who, source)),
      ]
    : [];
  const beside = others.flatMap(({ speaker, role }) => (speaker ? known(speaker, null, role ?? null) : []));
  const shown = new Set([recorded.speaker && keyOf({ speaker: state.idOf(recorded.speaker) }), recorded.proposed]);
  if (recorded.described !== undefined) shown.add(sourceOf(recorded) ?? undefined);
  const candidates: Candidate[] = [];
  for (const candidate of [...engines, ...beside]) {
    const key = 'described' in candidate.who ? candidate.name : keyOf(candidate.who);
    if (shown.has(key)) continue;
    shown.add(key);
    candidates.push(candidate);
  }
  return candidates.slice(0, MOST);
}

const keyOf = (who: Who): string => ('speaker' in who ? `id ${who.speaker}` : 'name' in who ? who.name : '');
