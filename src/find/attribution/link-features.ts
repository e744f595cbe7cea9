import type { Link } from '../grammar/links.ts';
import { isSubject } from '../grammar/subjects.ts';
import { type Token, tokenAt } from '../grammar/tokens.ts';
import { isAdverb, isAuxiliary } from '../grammar/word-classes.ts';
import type { Reading } from '../reading.ts';
import { shapeOf, type Shape, wordsOfQuote } from './shape.ts';
import { sourceKind } from './source-kind.ts';

/** Where a link is: in the quotation's sentence, in the one before, in the paragraph before, or after. */
export type Where = 'same' | 'before' | 'para' | 'after';

/** A link as seen from a quotation. */
interface View {
  tokens: readonly Token[];
  links: readonly Link[];
  link: Link;
  shape: Shape;
  where: Where;
  /** The quotation's token, if it is in this sentence. */
  quote: number;
  /** `L` or `R`: the side of the quotation on which the link is, in its sentence; otherwise `where`. */
  side: string;
  /** How far the cue is from the quotation. */
  reach: string;
}

/** The features for and against a link's source having said a quotation, as names of weights. */
export function featuresOfLink(reading: Reading, quote: number, sentence: number, link: Link, where: Where): string[] {
  const { tokens } = reading.sentenceAt(sentence);
  const links = reading.linksIn(sentence);
  const place = reading.placeOf(quote).token;
  const side = where === 'same' ? ((link.cue ?? link.source.from) < place ? 'L' : 'R') : where;
  const reach = where === 'same' && link.cue !== null ? reachOf(tokens, links, link, link.cue, place) : where;
  const view: View = { tokens, links, link, shape: shapeOf(reading, quote), where, quote: place, side, reach };
  const { kind, isAcrossQuote } = sourceKind(tokens, link.source);
  const features = [`source:${kind}`, `${view.shape}:${side}:${link.cue === null ? 'bare' : 'cue'}`];
  if (isAcrossQuote) features.push('source:across-quote');
  if (link.cue === null) return [...features, `bare:${kind}`, ...bareFeatures(view)];
  features.push(...cueFeatures(view, link.cue));
  if (where !== 'same') return [...features, ...elsewhereFeatures(view, link.cue)];
  features.push(...betweenFeatures(view, link.cue));
  if (side === 'R' && reach === 'next') {
    features.push(/[,?!—-]$/.test(wordsOfQuote(reading, quote)) ? 'inner-comma' : 'no-inner-comma');
  }
  return features;
}

function bareFeatures({ tokens, links, link, where, quote, side }: View): string[] {
  const bare = links.filter(({ type }) => type === 'bare');
  const index = bare.indexOf(link);
  const features = [`bare:${side}`];
  if (index === 0) features.push(`first:${side}`);
  if (isSubject(tokens, link.source)) features.push(`acts:${side}`);
  if (where !== 'same') return features;
  const neighbour =
    side === 'L' ? (bare[index + 1]?.source.from ?? Infinity) > quote : (bare[index - 1]?.source.from ?? -1) < quote;
  if (neighbour) features.push(`nearest:${side}`);
  if (link.source.from === quote + 1) features.push('adjacent:R');
  return features;
}

/** The kind of the cue, and the position of source and cue in their sentence. */
function cueFeatures({ tokens, links, link, shape, side, where, reach }: View, cue: number): string[] {
  const { type, verb, source } = link;
  const kind = verb?.kind ?? 'noun';
  const place = where === 'same' ? `${side}:${reach}` : where;
  const features = [`${type}:${place}`, `${kind}:${place}`, `${kind}:${shape}`];
  if (verb) features.push(`form:${verb.form}:${type}`);
  if (type === 'subject' && source.to === cue) features.push(`beside:${place}`);
  const [from, to] = [Math.min(cue, source.from), Math.max(cue + 1, source.to)];
  const before = tokenAt(tokens, from - 1);
  const after = tokenAt(tokens, to);
  if (before.kind === 'comma' && (after.kind === 'comma' || after.kind === 'quote'))
    features.push(`parenthetical:${side}`);
  if (from > 0 && before.kind !== 'word' && after.kind === 'stop') features.push(`trailing:${side}`);
  else if (links.some((other) => other.cue !== cue && isTrailing(tokens, other))) features.push(`not-trailing:${side}`);
  if (from === 0) features.push(`leading:${side}`);
  if (/^(?:when|after|while|if|because|before|since|although|though|unless|until)$/.test(before.lower))
    features.push('subordinate');
  if (before.lower === 'as') features.push('as');
  if (before.lower === 'that') features.push('complement');
  if (/^(?:who|which|whom|what)$/.test(before.lower)) features.push('relative', `relative:${reach}`);
  if (tokenAt(tokens, source.from - 1).lower === 'with') features.push('with');
  const helper = tokenAt(tokens, isAdverb(tokenAt(tokens, cue - 1)) ? cue - 2 : cue - 1);
  const isPassive = /^(?:is|are|was|were|be|been|being)$/.test(helper.lower) && verb?.form === 'finite';
  if (isAuxiliary(helper)) features.push(isPassive ? 'be-passive' : 'auxiliary');
  return features;
}

/** What is between the cue and the quotation, and which other cues compete. */
function betweenFeatures({ tokens, links, link: { source }, quote, side, reach }: View, cue: number): string[] {
  const isLeft = side === 'L';
  const between = isLeft
    ? tokens.slice(Math.max(cue + 1, source.to), quote)
    : tokens.slice(quote + 1, Math.min(cue, source.from));
  const features: string[] = [];
  if (between.some(({ kind }) => kind === 'quote')) features.push(`over-quote:${side}`);
  if (between.some(({ lower }) => lower === 'that')) features.push(`that:${side}`);
  if (between.some(({ kind }) => kind === 'comma')) features.push(`comma:${side}`);
  if (isLeft && tokenAt(tokens, quote - 1).kind === 'colon') features.push(`colon-before:${reach}`);
  const others = otherCues(links, cue);
  if (others.some((other) => isBetween(other, cue, quote))) features.push(`cue-between:${side}`);
  if (isLeft && others.some((other) => other < cue)) features.push(`inner-clause:${reach}`);
  if (isLeft && others.some((other) => other > quote)) features.push('cue-on-right');
  if (!isLeft && others.some((other) => other < quote)) features.push('cue-on-left');
  return features;
}

function elsewhereFeatures({ tokens, links, shape, where }: View, cue: number): string[] {
  const features = [`${where}:${shape}`];
  if (tokens.at(-1)?.kind === 'colon') features.push(`colon-end:${where}`);
  if (otherCues(links, cue).some((other) => other > cue)) features.push(`later-cue:${where}`);
  if (tokens.some(({ kind }) => kind === 'quote')) features.push(`has-quote:${where}`);
  return features;
}

/** The other cues of a sentence that are verbs of speech. */
function otherCues(links: readonly Link[], cue: number): number[] {
  return links.flatMap((link) =>
    link.cue !== null && link.cue !== cue && link.verb?.kind === 'speech' ? [link.cue] : [],
  );
}

/** How far a cue is: next to the quotation, in the same clause, beyond a comma, or beyond other cues. */
function reachOf(
  tokens: readonly Token[],
  links: readonly Link[],
  { source }: Link,
  cue: number,
  quote: number,
): string {
  const isLeft = cue < quote;
  const from = isLeft ? Math.max(cue + 1, source.to <= quote ? source.to : 0) : quote + 1;
  const to = isLeft ? quote : Math.min(cue, source.from > quote ? source.from : cue);
  const between = tokens.slice(from, to);
  const isMark = ({ kind, text }: Token): boolean => kind === 'comma' || kind === 'colon' || /^[—–-]$/.test(text);
  if (between.every((token) => isMark(token) || token.lower === 'that')) return 'next';
  if (links.some((link) => link.verb && link.cue !== null && isBetween(link.cue, cue, quote))) return 'beyond';
  return between.some(({ kind }) => kind === 'comma' || kind === 'quote') ? 'comma' : 'clause';
}

/** "…, Quill said.": whether a link is set apart at the end of its sentence. */
function isTrailing(tokens: readonly Token[], { cue, source, verb, type }: Link): boolean {
  if (cue === null || (verb?.kind !== 'speech' && type !== 'according')) return false;
  const [from, to] = [Math.min(cue, source.from), Math.max(cue + 1, source.to)];
  return (
    from > 0 &&
    tokenAt(tokens, from - 1).kind !== 'word' &&
    (to >= tokens.length || tokenAt(tokens, to).kind === 'stop')
  );
}

const isBetween = (at: number, a: number, b: number): boolean => at > Math.min(a, b) && at < Math.max(a, b);
