import { isByline } from './byline.ts';
import { readDateLine } from './days.ts';

/** What a labelled line of a head may be about. */
export const LABELS = [
  'title',
  'author',
  'date',
  'source',
  'outlet',
  'language',
  'topics',
  'rights',
  'summary',
] as const;
export type Label = (typeof LABELS)[number];

const WRITTEN: Record<Label, string> = {
  title: 'title|headline|head|hed|заголовок|վերնագիր',
  author: 'byline|by|authors?|writers?|reporters?|автор(?:ы)?|հեղինակ',
  date: 'date|published|publication date|pub ?date|posted|issued|created|date published|дата|ամսաթիվ',
  source: 'source|url|link|address|original|источник|աղբյուր',
  outlet: 'outlet|publication|publisher|newspaper|paper|site|издание',
  language: 'language|lang|язык|լեզու',
  topics: 'topics?|tags?|section|category|categories|keywords|subjects?|рубрика|теги|թեմա',
  rights: 'rights|copyright|licen[cs]e',
  summary: 'summary|standfirst|description|dek|abstract|lede|subtitle|subhead|deck',
};

const LABELLED = LABELS.map((label) => [label, new RegExp(`^(?:${WRITTEN[label]})\\s*[:=]\\s*(.+)$`, 'iu')] as const);

/** A line of a head: its label and what it says. */
export function readLabelled(line: string): { label: Label; value: string } | null {
  for (const [label, form] of LABELLED) {
    const [, value] = form.exec(line) ?? [];
    if (value !== undefined) return { label, value: value.trim() };
  }
  return null;
}

/** Whether a line belongs to the head of a text: a label, a byline, or a day and nothing else. */
export function isHeadLine(line: string): boolean {
  if (readLabelled(line) !== null || isByline(line)) return true;
  const date = readDateLine(line);
  return date !== null && (date.rest === '' || isByline(date.rest));
}
