import { appendFileSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { EditedArchive } from './edited-archive.ts';
import type { InventedArticle, InventedWorld, Paragraph, Utterance } from './invented-world.ts';

/** What an editor does to an archive; `false` if there was nothing to do it to. */
type Edit = (archive: EditedArchive, world: InventedWorld) => boolean;

/** Edits that change a statement's own words or its attribution: of these asking is right. */
export const OF_A_STATEMENT: ReadonlySet<string> = new Set(['change words', 'change a name', 'swap names']);

/** Edits that may lose a record: then only the order of equal words tells which was which. */
export const LOSES_RECORDS: ReadonlySet<string> = new Set(['lose a record', 'restore an article', 'merge']);

const DAYS = ['2024-02-12', '2024-02-20', '2024-03-01', '2024-03-09', '2024-03-18', '2024-04-02'];

const anyArticle = (archive: EditedArchive, world: InventedWorld): InventedArticle =>
  world.choose([...archive.articles.values()]);

/** Changes the paragraphs of some article. */
const paragraphs =
  (change: (article: InventedArticle, world: InventedWorld) => Paragraph[] | null): Edit =>
  (archive, world) => {
    const article = anyArticle(archive, world);
    const changed = change(article, world);
    if (!changed || changed.length === 0) return false;
    article.paragraphs = changed;
    archive.write(article);
    return true;
  };

/** Changes what is said in one paragraph of some article. */
const utterance = (change: (said: Utterance, world: InventedWorld) => Utterance | null): Edit =>
  paragraphs(({ paragraphs: all }, world) => {
    const index = world.number(all.length);
    const paragraph = all[index];
    const said = paragraph?.kind === 'said' ? change(paragraph.said, world) : null;
    return paragraph?.kind === 'said' && said ? all.with(index, { ...paragraph, said }) : null;
  });

/** Every edit by its name; those that happen more often in a newsroom come more often. */
export const EDITS: Record<string, Edit> = {
  insert: paragraphs(({ paragraphs: all }, world) => all.toSpliced(world.number(all.length + 1), 0, world.paragraph())),
  'insert a phrase of others': paragraphs(({ paragraphs: all }, world) => {
    const said = all.find((paragraph) => paragraph.kind === 'said')?.said;
    if (!said) return null;
    const speaker = world.speaker();
    if (speaker === said.speaker) return null;
    const other = { ...world.utterance(), words: said.words, speaker };
    return all.toSpliced(world.number(all.length + 1), 0, { kind: 'said', said: other, marks: 'curly' });
  }),
  delete: paragraphs(({ paragraphs: all }, world) =>
    all.length > 1 ? all.toSpliced(world.number(all.length), 1) : null,
  ),
  move: paragraphs(({ paragraphs: all }, world) => {
    const [from, to] = [world.number(all.length), world.number(all.length)];
    const moved = all[from];
    return moved && from !== to ? all.toSpliced(from, 1).toSpliced(to, 0, moved) : null;
  }),
  swap: paragraphs(({ paragraphs: all }, world) => {
    const [first, second] = [world.number(all.length), world.number(all.length)];
    const [a, b] = [all[first], all[second]];
    return a && b && first !== second ? all.with(first, b).with(second, a) : null;
  }),
  replace: paragraphs(({ paragraphs: all }, world) => all.with(world.number(all.length), world.paragraph())),
  'change words': utterance((said) => ({ ...said, words: said.words.replace(/^(\S+) /, '$1 certainly ') })),
  'change a name': utterance((said, world) => ({ ...said, speaker: world.speaker() })),
  'swap names': paragraphs(({ paragraphs: all }) => {
    const said = all.flatMap((paragraph, index) => (paragraph.kind === 'said' ? [{ paragraph, index }] : []));
    const pairs = said.flatMap((a) =>
      said.filter((b) => a.index < b.index && isSwappable(a.paragraph, b.paragraph)).map((b) => [a, b] as const),
    );
    const [first] = pairs;
    if (!first) return null;
    const [a, b] = first;
    const named = (one: typeof a, other: typeof a): Paragraph => ({
      ...one.paragraph,
      said: { ...one.paragraph.said, speaker: other.paragraph.said.speaker },
    });
    return all.with(a.index, named(a, b)).with(b.index, named(b, a));
  }),
  'change what follows': utterance((said, world) => ({ ...said, tail: world.utterance().tail })),
  'change marks': paragraphs(({ paragraphs: all }) =>
    all.map((paragraph) =>
      paragraph.kind === 'said'
        ? { ...paragraph, marks: paragraph.marks === 'curly' ? 'straight' : 'curly' }
        : paragraph,
    ),
  ),
  split: (archive, world) => {
    const article = anyArticle(archive, world);
    if (article.paragraphs.length < 4) return false;
    const rest = article.paragraphs.splice(Math.ceil(article.paragraphs.length / 2));
    archive.write(article);
    archive.write({ ...world.article(article.day), paragraphs: rest });
    return true;
  },
  merge: (archive, world) => {
    const [from, into] = [anyArticle(archive, world), anyArticle(archive, world)].toSorted((a, b) =>
      a.day < b.day ? -1 : 1,
    );
    if (!into || !from || into === from) return false;
    into.paragraphs.push(...from.paragraphs);
    archive.write(into);
    archive.delete(from, world.random() < 0.5);
    // Its paragraphs are in another article now: this one is not to come back.
    archive.deleted.pop();
    return true;
  },
  rename: (archive, world) => {
    archive.rename(anyArticle(archive, world), { slug: `renamed-${world.number(1e6)}` });
    return true;
  },
  redate: (archive, world) => {
    const article = anyArticle(archive, world);
    const later = DAYS.filter((day) => day > article.day);
    if (later.length === 0) return false;
    // Earlier, and a statement could be dated after its article, which `check` refuses.
    archive.rename(article, { day: world.choose(later) });
    return true;
  },
  'delete an article': (archive, world) => {
    if (archive.articles.size < 3) return false;
    archive.delete(anyArticle(archive, world), true);
    return true;
  },
  'restore an article': (archive, world) => {
    const index = world.number(archive.deleted.length);
    const [deleted] = archive.deleted.splice(index, 1);
    if (!deleted) return false;
    archive.restore(world.random() < 0.5 ? deleted : { ...deleted, record: null });
    return true;
  },
  'lose a record': (archive, world) => {
    archive.deleteRecord(anyArticle(archive, world));
    return true;
  },
  'merge speakers': (archive, world) => {
    // Rarely: there are only a few, and every one merged is one less.
    if (world.random() > 0.03) return false;
    const files = archive.speakerFiles().filter((path) => !readFileSync(path, 'utf8').includes('mergedInto'));
    if (files.length < 6) return false;
    const [one, other] = [world.choose(files), world.choose(files)];
    if (one === other) return false;
    appendFileSync(one, `mergedInto: ${basename(other, '.yaml')}\n`);
    return true;
  },
  'add an article': (archive, world) => {
    if (archive.articles.size > 8) return false;
    archive.write(world.article(world.choose(DAYS)));
    return true;
  },
};

const isSwappable = (a: Paragraph & { kind: 'said' }, b: Paragraph & { kind: 'said' }): boolean =>
  a.said.words === b.said.words && a.said.speaker !== b.said.speaker;
