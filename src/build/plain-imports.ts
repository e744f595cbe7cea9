import type { Plugin } from 'vite';

/** Vite's module that wraps each dynamic import, to load styles and other scripts ahead. */
const WRAPPER = '\0vite/preload-helper.js';

/**
 * Leaves dynamic imports as they are: the scripts of this site that are loaded late have no styles and little to load
 * ahead, and the wrapper weighs more than most of them.
 */
export function plainImports(): Plugin {
  return {
    name: 'verbatim-plain-imports',
    enforce: 'pre',
    load: (id) => (id === WRAPPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
