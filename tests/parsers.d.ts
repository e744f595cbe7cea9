/** Types for the parsers that read exports back, which come without their own. */
declare module '@citation-js/core' {
  export interface Item {
    id: string;
    title: string;
    author?: Name[];
    /** Where the RIS parser puts the authors of a newspaper article. */
    reporter?: string | string[];
    'container-title'?: string;
    issued: { 'date-parts': number[][] };
    URL: string;
    abstract?: string;
    language?: string;
  }
  export interface Name {
    family?: string;
    given?: string;
    literal?: string;
    suffix?: string;
    'non-dropping-particle'?: string;
    'dropping-particle'?: string;
  }
  export class Cite {
    constructor(data: string, options?: { forceType?: string });
    data: Item[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'astrocite-ris' {
  import type { Item } from '@citation-js/core';
  export function parse(text: string): Item[];
}
