import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { addDays } from 'date-fns/addDays';
import { dateOf, type Day, dayOf } from '../base/day.ts';
import { shortHash } from '../base/hash.ts';
import { filesBelow } from '../content/content-file.ts';
import { sketchOf, Sketches } from './sketch.ts';

/** The same story appears in several files within this many days. */
const DAYS_AROUND = 3;

const NAME = /^(\d{4}-\d{2}-\d{2})-(.+)\.md$/;
const FRONTMATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const SOURCE = /^source:[ \t]*["']?([^"'\s]+)["']?[ \t]*$/m;
const SHA256 = /^[ \t]+sha256:[ \t]*["']?([0-9a-f]{64})["']?[ \t]*$/m;

/** The articles of an archive, as an import needs to know them; those that it adds become known, too. */
export class KnownArticles {
  readonly #names = new Set<string>();
  readonly #bySource = new Map<string, string>();
  readonly #byDigest = new Map<string, string>();
  /** Digests of the bodies of the articles that were added. */
  readonly #added = new Map<string, string>();
  readonly #byDay = new Map<string, string[]>();
  /** The sketches of the articles of a day; made when another of the same time is imported. */
  readonly #sketches = new Map<string, Sketches>();

  /** @param folder the folder of the articles */
  constructor(folder: string) {
    for (const path of filesBelow(folder).files) {
      const [, day] = NAME.exec(basename(path)) ?? [];
      if (day === undefined) continue;
      const [, frontmatter = ''] = FRONTMATTER.exec(readFileSync(path, 'utf8')) ?? [];
      this.#know(path, SOURCE.exec(frontmatter)?.[1], SHA256.exec(frontmatter)?.[1]);
      this.#byDay.set(day, [...(this.#byDay.get(day) ?? []), path]);
    }
  }

  /** The file of the article that was published at an address; `null` if there is none. */
  from(source: string): string | null {
    return this.#bySource.get(comparable(source)) ?? null;
  }

  /** The file of the article that was imported from the same bytes. */
  ofBytes(sha256: string): string | null {
    return this.#byDigest.get(sha256) ?? null;
  }

  /** A name for an article that no other has: `2015-03-10-vote`, `2015-03-10-vote-2`. */
  freeName(day: Day, slug: string): string {
    for (let number = 1; ; number++) {
      const name = `${day}-${slug}${number === 1 ? '' : `-${number}`}`;
      if (!this.#names.has(`${name}.md`)) return name;
    }
  }

  /** The file of an article of about the same day whose text is nearly the same. */
  nearlySame(day: Day, sketch: readonly number[]): string | null {
    for (let offset = -DAYS_AROUND; offset <= DAYS_AROUND; offset++) {
      const near = this.#sketchesOf(dayOf(addDays(dateOf(day), offset))).nearest(sketch);
      if (near !== null) return near;
    }
    return null;
  }

  /** Whether an article has a certain body. */
  hasBody(path: string, body: string): boolean {
    return (this.#added.get(path) ?? digestOf(bodyIn(readFileSync(path, 'utf8')))) === digestOf(body);
  }

  /** Notes an article that is, or would be, written. */
  add(
    path: string,
    day: Day,
    body: string,
    told: { source: string | undefined; sha256: string; sketch: readonly number[] },
  ): void {
    this.#know(path, told.source, told.sha256);
    this.#added.set(path, digestOf(body));
    this.#sketchesOf(day).add(path, told.sketch);
  }

  #know(path: string, source: string | undefined, sha256: string | undefined): void {
    this.#names.add(basename(path));
    if (source !== undefined) this.#bySource.set(comparable(source), path);
    if (sha256 !== undefined) this.#byDigest.set(sha256, path);
  }

  #sketchesOf(day: string): Sketches {
    let sketches = this.#sketches.get(day);
    if (!sketches) {
      this.#sketches.set(day, (sketches = new Sketches()));
      for (const path of this.#byDay.get(day) ?? []) sketches.add(path, sketchOf(bodyIn(readFileSync(path, 'utf8'))));
    }
    return sketches;
  }
}

/** The body of an article's file. */
export const bodyIn = (content: string): string => content.replace(FRONTMATTER, '').trim();

const digestOf = (body: string): string => shortHash(body.trim(), 12);

/** An address without what does not tell pages apart. */
const comparable = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/?(?:#.*)?$/, '');
