import { cpSync } from 'node:fs';
import type { Unit } from '../../catalogue/units.ts';
import type { PageProgram } from './compile-pages.ts';
import { hostHeaders } from './host-headers.ts';
import type { SiteFolder } from './site-folder.ts';

/** Adds what is the same for every archive: scripts, styles, fonts and the files of `public/`; and the headers. */
export function addStaticFiles(site: SiteFolder, { assets, root }: PageProgram): void {
  site.addFolder('static files' as Unit, assets, (from, to) => {
    cpSync(from, to);
  });
  site.add('headers' as Unit, [['_headers', hostHeaders(root.slice(0, -1))]]);
}
