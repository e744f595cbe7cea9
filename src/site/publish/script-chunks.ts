import type { BuildOptions, Plugin } from 'vite';

/** Vite's module that wraps each dynamic import to preload styles and other scripts. */
const WRAPPER = '\0vite/preload-helper.js';

/** The lists of files to preload that Vite adds to each script and to each import; the wrapper ignores them. */
const LISTS = /^const __vite__mapDeps=.*\n/;
const LIST = /,__vite__mapDeps\(\[[\d,]*\]\)(?=\))|(?<=\bimport\(`[^`]*`\)),\[\](?=\))/g;

/**
 * Leaves dynamic imports as they are: the lazily loaded scripts of this site have no styles and little to preload, and
 * the wrapper is larger than most of them.
 */
export function plainImports(): Plugin {
  return {
    name: 'verbatim-plain-imports',
    enforce: 'pre',
    load: (id) => (id === WRAPPER ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = chunk.code.replace(LISTS, '').replace(LIST, '');
        }
      },
    },
  };
}

/**
 * Puts everything that each search of statements needs into one script, and what it needs once its hits are shown into
 * another; what the page needs earlier, or only some searches need, goes into others.
 */
export const oneEngine: NonNullable<BuildOptions['rolldownOptions']> = {
  output: {
    codeSplitting: {
      groups: [
        // What every page with statements runs.
        {
          name: 'controls',
          test: /rolldown\/runtime|preload-helper|src\/(browser\/(controls\/controls|dom|load-words)|words\/chosen)\.ts/,
          priority: 4,
        },
        // What is needed once a script shows a text.
        {
          name: 'words',
          test: /src\/(browser\/controls\/(statement-controls|control-labels)|words\/words)\.ts/,
          priority: 3,
        },
        {
          name: 'search-page',
          test: /src\/(text\/(words|speaker-name)|search\/query\/(statement-search|guarded|index)|browser\/search\/(hit-item|search-page|open-statements))\.ts/,
          priority: 2,
        },
        {
          name: 'statement-index',
          test: /src\/search\/query\/(?!rank|repair|suggest|spelling|count-facets|phrase|facts|likely|leads|coverage-of|count-years|alternatives|dated|understand|more-stemmers|read-search|statement-search|guarded|index\.ts)/,
          priority: 1,
        },
        // What every search runs after its hits are shown; the page that checks quotations has the first of them too.
        {
          name: 'coverage',
          test: /src\/(browser\/search\/(coverage|problem-note)|search\/query\/coverage-of)\.ts/,
          priority: 0,
        },
        {
          name: 'search-details',
          test: /src\/(browser\/search\/search-details|search\/query\/(count-facets|count-years|suggest))\.ts/,
          priority: 0,
        },
      ],
    },
  },
};
