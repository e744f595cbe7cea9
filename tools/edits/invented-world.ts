/** What somebody said: the truth that a recorded statement must go on telling, whatever is done to the articles. */
export interface Utterance {
  key: number;
  speaker: string;
  words: string;
  /** The day of the week that its sentence names; `null` for none. */
  weekday: string | null;
  /** The words after the attribution. */
  tail: string;
  form: 'before' | 'after' | 'inverted';
}

/** A paragraph of an article: narration, or something said. */
export type Paragraph =
  { kind: 'narration'; text: string } | { kind: 'said'; said: Utterance; marks: 'curly' | 'straight' };

/** An article of the world: a day and a slug, which make its name, and its paragraphs. */
export interface InventedArticle {
  day: string;
  slug: string;
  paragraphs: Paragraph[];
}

/** A source of numbers from 0 to 1. */
export type Random = () => number;

const SPEAKERS = [
  'Tomas Brand',
  'Ilse Fenn',
  'Petra Lund',
  'Joren Vale',
  'Mira Oss',
  'Dag Hollis',
  'Runa Steel',
  'Abel Quist',
];
const STOCK = [
  'We will not sign this',
  'Nobody asked us about any of it',
  'The harbour belongs to the town',
  'I have nothing to add to that',
  'This is a good day for all of us',
  'We are still waiting for an answer',
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const TAILS = [
  'after the meeting in Kell',
  'before the vote was taken',
  'on the steps of the town hall',
  'to loud applause',
  '',
];
const SUBJECTS = [
  'The mole',
  'The ferry',
  'The old wharf',
  'The tide mill',
  'The lock',
  'The bridge',
  'The pier',
  'The ropewalk',
];
const VERBS = ['needs', 'will cost us', 'has outlived', 'deserves', 'cannot wait for', 'was promised'];
const OBJECTS = [
  'new planks',
  'winters of neglect',
  'years of talk',
  'tons of stone',
  'kinds of repair',
  'visits of the board',
];
const NARRATION = [
  'The ferry left at noon',
  'The gulls followed the boats',
  'The council sat until evening',
  'Rain fell on the quay',
];

/** As the project's own trial: three of ten quotations are phrases that several people use. */
const STOCK_SHARE = 0.3;
const DAY_SHARE = 0.5;

/** Makes people, what they say, and articles that quote them; always the same for the same numbers. */
export class InventedWorld {
  readonly random: Random;
  #keys = 0;

  constructor(random: Random) {
    this.random = random;
  }

  choose<T>(things: readonly T[]): T {
    const chosen = things[Math.floor(this.random() * things.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  }

  number(below: number): number {
    return Math.floor(this.random() * below);
  }

  speaker(): string {
    return this.choose(SPEAKERS);
  }

  paragraph(): Paragraph {
    if (this.random() < 0.25) {
      const text = `${this.choose(NARRATION)}, as on ${this.number(900) + 100} other days, and ${this.speaker()} was seen there.`;
      return { kind: 'narration', text };
    }
    return { kind: 'said', said: this.utterance(), marks: 'curly' };
  }

  utterance(): Utterance {
    const isStock = this.random() < STOCK_SHARE;
    const invented = `${this.choose(SUBJECTS)} ${this.choose(VERBS)} ${this.number(9000) + 1000} ${this.choose(OBJECTS)}`;
    return {
      key: this.#keys++,
      speaker: this.speaker(),
      words: isStock ? this.choose(STOCK) : invented,
      weekday: this.random() < DAY_SHARE ? this.choose(WEEKDAYS) : null,
      tail: this.choose(TAILS),
      form: this.choose(['before', 'after', 'after', 'inverted']),
    };
  }

  article(day: string): InventedArticle {
    const paragraphs = Array.from({ length: 4 + this.number(6) }, () => this.paragraph());
    return { day, slug: `news-${this.number(1e6)}`, paragraphs };
  }
}

/** A paragraph as an article prints it. */
export function printParagraph(paragraph: Paragraph): string {
  if (paragraph.kind === 'narration') return paragraph.text;
  const { speaker, words, weekday, tail, form } = paragraph.said;
  const when = weekday ? ` on ${weekday}` : '';
  const close = tail ? `, ${tail}.` : '.';
  const texts = {
    before: `${speaker} said${when}: “${words}.”`,
    after: `“${words},” ${speaker} said${when}${close}`,
    inverted: `“${words},” said ${speaker}${close}`,
  };
  return paragraph.marks === 'curly' ? texts[form] : texts[form].replaceAll(/[“”]/g, '"');
}

/** Whether the printed paragraph tells the day. */
export const tellsDay = ({ form, weekday }: Utterance): boolean => weekday !== null && form !== 'inverted';
