import type { Loader, LoaderContext } from 'astro/loaders';
import { ContentError, type Problem } from '../base/problem.ts';
import { formerAddresses, readFormerFile } from './former.ts';
import { readArchive } from './read-archive.ts';
import { readSettings } from './settings.ts';
import { readSpeakers } from './speakers.ts';

type Entry = readonly [id: string, data: object];
type Reader = (content: string) => { entries: Entry[]; problems: readonly Problem[] };

/** Loads every article with its statements, after checking the whole archive. */
export const articlesLoader = (): Loader =>
  contentLoader('articles', () => {
    const { articles, problems } = readArchive(readSettings());
    return { entries: articles.map((article) => [article.address, article]), problems };
  });

/** Loads the addresses that were published once and lead elsewhere or to nothing now, as one entry. */
export const formerLoader = (): Loader =>
  contentLoader('former', (content) => {
    const former = formerAddresses(readFormerFile(content)?.value ?? null, readSpeakers(content).speakers);
    return { entries: [['all', { former }]], problems: [] };
  });

/** Loads the speakers, but for those merged into others. */
export const speakersLoader = (): Loader =>
  contentLoader('speakers', (content) => {
    const { speakers, problems } = readSpeakers(content);
    const own = speakers.filter(({ mergedInto }) => !mergedInto);
    return { entries: own.map((speaker) => [speaker.id, speaker]), problems };
  });

/** A problem in the content fails the build; while developing it is shown, and what could be read is kept. */
function contentLoader(name: string, read: Reader): Loader {
  const load = ({ store, logger, watcher }: LoaderContext): void => {
    const { entries, problems } = read(readSettings().content);
    if (problems.length > 0) {
      const error = new ContentError(problems);
      if (!watcher) throw error;
      logger.error(error.message);
    }
    store.clear();
    for (const [id, data] of entries) store.set({ id, data: { ...data } });
  };
  return {
    name: `verbatim-${name}`,
    load(context) {
      const { content } = readSettings();
      load(context);
      context.watcher?.add(content);
      context.watcher?.on('all', (_event, path) => {
        if (path.startsWith(content)) load(context);
      });
      return Promise.resolve();
    },
  };
}
