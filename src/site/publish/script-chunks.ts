import type { BuildOptions, Plugin } from 'vite';

/** Vite's module that wraps each dynamic import to preload styles and other scripts. */
const WRAPPER = '\0vite/preload-helper.js';

/**
 * Leaves dynamic imports as they are: the lazily loaded scripts of this site have no styles and little to preload, and
 * the wrapper is larger than most of them.
 */
export function plainImports(): Plugin {
  return {
    name: 'verbatim-plain-imports',
    enforce: 'pre',
    load: (id) => (id === WRAPPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

/**
 * Puts everything that each search of statements needs into one script; what the page needs earlier, or only some
 * searches need, goes into others.
 */
export const oneEngine: NonNullable<BuildOptions['rolldownOptions']> = {
  output: {
    codeSplitting: {
      groups: [
        // What every page with statements runs, and its dependencies.
        {
          name: 'controls',
          test: /preload-helper|src\/browser\/(controls\/(controls|statement-controls|clipboard|collected)|dom)\.ts/,
          priority: 3,
        },
        {
          name: 'search-page',
          test: /src\/(text\/(words|speaker-name)|search\/query\/(statement-search|guarded|index)|browser\/search\/(hit-item|problem-note))\.ts/,
          priority: 2,
        },
        {
          name: 'statement-index',
          test: /src\/search\/query\/(?!rank|repair|suggest|spelling|count-facets|phrase|facts|likely|read-search|statement-search|guarded|index\.ts)/,
          priority: 1,
        },
      ],
    },
  },
};
