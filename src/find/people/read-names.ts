import { mentionsOf } from '../grammar/mentions.ts';
import type { Phrase } from '../grammar/noun-phrases.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { CUE_VERBS } from '../grammar/words.ts';
import type { Reading } from '../reading.ts';
import type { Gender } from './gender.ts';
import { type Head, readHead } from './head.ts';
import { isSentenceCase } from './heading.ts';
import { Register, speaks } from './register.ts';
import { readRole, type Role } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A noun phrase of a sentence with its head. */
export interface Mention extends Phrase {
  head: Head | null;
}

/** A sentence with its noun phrases in order. */
export interface ReadSentence {
  tokens: readonly Token[];
  mentions: Mention[];
}

const PLACED = /^(?:in|at|near|across|throughout|outside|inside|from|to)$/;
/** In tokens: how far after a subject its "his" or "her" may be. */
const FARTHEST_OWN = 8;

/** Reads all noun phrases of an article, and everybody whom they name with what they say of them. */
export function readNames(reading: Reading, vocabulary: Vocabulary): { sentences: ReadSentence[]; register: Register } {
  const register = new Register();
  const sentences = reading.sentences.map(({ tokens }) => {
    // The words of a heading name nobody whom the article does not name.
    if (!isSentenceCase(tokens)) return { tokens, mentions: [] };
    const phrases = mentionsOf(tokens, true);
    return {
      tokens,
      mentions: phrases.map((phrase) => ({
        ...phrase,
        head: readHead(tokens.slice(phrase.from, phrase.to), vocabulary),
      })),
    };
  });
  const things = new Set<string>();
  for (const { tokens, mentions } of sentences) {
    mentions.forEach((mention, index) => {
      addMention(register, tokens, mention, mentions[index - 1], mentions[index + 1], things);
    });
  }
  for (const name of things) register.turnIntoBody(name);
  for (const { mentions } of sentences) {
    for (const { head } of mentions) {
      const body = head?.kind === 'role' ? head.body : null;
      if (body?.kind === 'body' && body.words.length === 1) register.turnIntoBody(body.words[0] ?? '');
    }
  }
  register.completeNames(reading.text);
  return { sentences, register };
}

function addMention(
  register: Register,
  tokens: readonly Token[],
  mention: Mention,
  before: Mention | undefined,
  after: Mention | undefined,
  things: Set<string>,
): void {
  const { head, from, to } = mention;
  if (head?.kind === 'body' && head.isProper) register.addBody(head);
  if (head?.kind === 'role' && head.body?.kind === 'body' && head.body.words.length > 1) register.addBody(head.body);
  if (head?.kind !== 'person') return;
  const person = register.addPerson(head);
  if (PLACED.test(tokenAt(tokens, from - 1).lower)) person.personhood--;
  if (speaks(tokens, mention)) person.personhood += 2;
  const described = describedAfter(tokens, mention) ?? copula(tokens, to);
  if (described) person.roles.push(described);
  const role = before && describedBefore(tokens, before, mention);
  if (role) person.roles.push(role);
  person.gender ??= genderOfOwn(tokens, mention, after);
  if (isThing(tokens, mention)) things.add(head.words.join(' '));
  if (isDead(tokens, mention)) person.isDead = true;
}

/** "Rehman Malik, the prime minister's adviser": what a phrase says after its comma. */
function describedAfter(tokens: readonly Token[], { from, to }: Phrase): Role | null {
  const comma = tokens.findIndex(({ kind }, at) => at > from && at < to && kind === 'comma');
  if (comma < 0 || /^(?:who|whose|which)$/.test(tokenAt(tokens, comma + 1).lower)) return null;
  const end = tokens.findIndex(({ kind }, at) => at > comma && (at >= to || kind === 'comma'));
  return readRole(tokens.slice(comma + 1, end < 0 ? to : Math.min(end, to)));
}

/** "The mayor of Surabaya, Tri Rismaharini, comforted": what the phrase before a name's comma says. */
function describedBefore(tokens: readonly Token[], before: Mention, { from, to }: Phrase): Role | null {
  if (before.to + 1 !== from || before.head?.kind !== 'role' || !before.head.isDefinite) return null;
  const tie = tokenAt(tokens, before.to);
  // "China's ambassador to Britain Liu Xiaming"
  if (/^(?:to|of|for)$/.test(tie.lower)) return before.head.role;
  const next = tokenAt(tokens, to);
  const isClosed = next.kind === 'comma' || next.kind === 'stop' || next.kind === 'break' || to >= tokens.length;
  return tie.kind === 'comma' && isClosed ? before.head.role : null;
}

/** "Ada Quill is the mayor of Kell." */
function copula(tokens: readonly Token[], at: number): Role | null {
  if (!/^(?:is|was)$/.test(tokenAt(tokens, at).lower) || !/^(?:the|an?)$/.test(tokenAt(tokens, at + 1).lower))
    return null;
  const end = tokens.findIndex(({ kind }, index) => index > at && kind !== 'word' && kind !== 'possessive');
  return readRole(tokens.slice(at + 1, end < 0 ? tokens.length : end));
}

/** "Yohannes and his wife were": the gender that a subject's own pronoun tells, if nobody else is between. */
function genderOfOwn(tokens: readonly Token[], { from, to }: Phrase, after: Mention | undefined): Gender {
  if (tokenAt(tokens, from - 1).kind === 'word') return null;
  const limit = Math.min(to + FARTHEST_OWN, after?.head?.kind === 'person' ? after.from : Infinity);
  for (let at = from + 1; at < limit; at++) {
    const { lower, kind } = tokenAt(tokens, at);
    if (kind === 'quote' || kind === 'stop') return null;
    if (/^(?:his|himself)$/.test(lower)) return 'he';
    if (/^(?:her|herself)$/.test(lower)) return 'she';
  }
  return null;
}

/** "Amazon, which", "Amazon said it": whether a name of one word is that of a thing. */
function isThing(tokens: readonly Token[], { from, to, head }: Mention): boolean {
  if (head?.kind !== 'person' || head.words.length > 1) return false;
  const [first, second] = [tokenAt(tokens, from + 1), tokenAt(tokens, from + 2)];
  if (first.kind === 'comma' && second.lower === 'which') return true;
  const verb = CUE_VERBS.get(tokenAt(tokens, to).lower);
  return verb?.form === 'finite' && /^(?:it|its)$/.test(tokenAt(tokens, to + 1).lower);
}

/** "the late Ada Quill", "Ada Quill, who died in May", "Ada Quill was killed". */
function isDead(tokens: readonly Token[], { from, to, head }: Mention): boolean {
  const isLate = tokens
    .slice(Math.max(0, from - 1), to)
    .some(({ lower }, at, all) => lower === 'late' && all[at + 1]?.isCapital);
  const last = head?.kind === 'person' ? head.words.at(-1) : undefined;
  const name = tokens.findIndex(({ text }, at) => at >= from && at < to && text === last);
  const at = tokenAt(tokens, name + 1).kind === 'comma' ? name + 2 : name + 1;
  const [first, second] = [tokenAt(tokens, at).lower, tokenAt(tokens, at + 1).lower];
  const dies = first === 'died' || (/^(?:who|has|had)$/.test(first) && second === 'died');
  return isLate || dies || (first === 'was' && second === 'killed');
}
