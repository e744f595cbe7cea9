import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError } from '../../base/problem.ts';
import { type PublicView, publicView } from '../../content/public-view.ts';
import { readArchive } from '../../content/read-archive.ts';
import { readSettings } from '../../base/settings.ts';

type Entry = readonly [id: string, data: object];

/** The public facts of an archive besides its articles and speakers. */
export interface PublicFacts extends Pick<PublicView, 'former' | 'awaiting'> {
  unreleased: string[];
}

/** Loads every public article with its public statements. */
export const articlesLoader = (): Loader =>
  viewLoader('articles', ({ articles }) => articles.map((article) => [article.address, article]));

/** Loads the public speakers. */
export const speakersLoader = (): Loader =>
  viewLoader('speakers', ({ speakers }) => speakers.map((speaker) => [speaker.id, speaker]));

/** Loads the other public facts, as one entry. */
export const factsLoader = (): Loader =>
  viewLoader('facts', ({ former, awaiting, unreleased }) => {
    const facts: PublicFacts = { former, awaiting, unreleased: [...unreleased.values()].flat() };
    return [['all', facts]];
  });

/** The archive as last read, which several loaders share. */
let known: PublicView | undefined;

/** Reads the content. A problem in it fails the build; in development it is shown, and what could be read is used. */
function readView({ logger, watcher }: LoaderContext): PublicView {
  const settings = readSettings();
  const folder = readArchive(settings);
  if (folder.problems.length > 0) {
    const error = new ContentError(folder.problems);
    if (!watcher) throw error;
    logger.error(error.message);
  }
  return publicView(folder, settings);
}

function viewLoader(name: string, entriesOf: (view: PublicView) => Entry[]): Loader {
  const load = (context: LoaderContext): void => {
    known ??= readView(context);
    context.store.clear();
    for (const [id, data] of entriesOf(known)) context.store.set({ id, data: { ...data } });
  };
  return {
    name: `verbatim-${name}`,
    load(context) {
      const { content } = readSettings();
      load(context);
      context.watcher?.add(content);
      context.watcher?.on('all', (_event, path) => {
        if (!path.startsWith(content)) return;
        known = undefined;
        load(context);
      });
      return Promise.resolve();
    },
  };
}
