import { constants, gunzipSync } from 'node:zlib';
import { ImportProblem } from '../item.ts';

/** The formats that can be imported, by what they are called in messages. */
export const FORMATS = {
  html: 'HTML page',
  feed: 'feed',
  wxr: 'WordPress export',
  newsml: 'NewsML-G2',
  nitf: 'NITF',
  ninjs: 'ninjs',
  json: 'JSON',
  ndjson: 'NDJSON',
  csv: 'CSV',
  warc: 'WARC',
  docx: 'Word document',
  markdown: 'Markdown',
  text: 'plain text',
} as const;
export type Format = keyof typeof FORMATS;

/** How files that cannot be read can be saved as one that can. */
const OTHERS: [test: (head: string, name: string) => boolean, kind: string, what: string][] = [
  [
    (head) => head.startsWith('%PDF'),
    'PDF',
    'Open it, copy the text of each article, and save it as plain text with its title, author and date above it.',
  ],
  [
    (head) => head.startsWith('\xd0\xcf\x11\xe0'),
    'old Word document',
    'Open it in a word processor and save it as .docx.',
  ],
  [(head) => head.startsWith('{\\rtf'), 'RTF', 'Open it in a word processor and save it as .docx.'],
  [
    (head) => head.startsWith('PK') && head.includes('mimetypeapplication/vnd.oasis.opendocument'),
    'OpenDocument',
    'Open it in a word processor and save it as .docx.',
  ],
  [
    (head) => head.startsWith('PK') && head.includes('mimetypeapplication/epub'),
    'e-book',
    'Save the articles of it as HTML pages.',
  ],
  [
    (head) => /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|BM)/s.test(head),
    'picture',
    'Pictures come with the article that shows them.',
  ],
  [
    (head, name) =>
      /\.(?:mht|mhtml|eml)$/i.test(name) ||
      (/^(?:From|MIME-Version|Message-ID): /m.test(head.slice(0, 2000)) && /^Content-Type: /m.test(head)),
    'mail or web archive',
    'Save the page from a browser as "Web page, complete" or "HTML only".',
  ],
  [
    (head) =>
      head.startsWith('\x1f\x8b') || /^(?:7z\xbc\xaf|Rar!|BZh|\xfd7zXZ)/.test(head) || head.slice(257, 262) === 'ustar',
    'archive',
    'Unpack it, and import the folder.',
  ],
];

/**
 * Recognises a file by its content.
 *
 * @param bytes the beginning of the file
 * @param text the same, decoded
 * @throws ImportProblem if it is nothing that can be imported, with what to do
 */
export function recognise(bytes: Uint8Array, text: string, name: string): Format {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (head.startsWith('PK') && /\[Content_Types\]|word\//.test(new TextDecoder('latin1').decode(bytes))) return 'docx';
  if (isWarc(bytes)) return 'warc';
  for (const [test, kind, what] of OTHERS) {
    if (test(head, name))
      throw new ImportProblem(kind, `This is a file of another kind (${kind}), which cannot be read. ${what}`);
  }
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new ImportProblem('empty', 'The file is empty. Nothing to import.');
  // eslint-disable-next-line no-control-regex -- control characters are what this looks for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(start)) {
    throw new ImportProblem(
      'binary',
      'The file is binary, not text. Import a text, an HTML page or a Word document (.docx).',
    );
  }
  if (/\.(?:md|markdown|mdx)$/i.test(name)) return 'markdown';
  return ofMarkup(start) ?? ofData(start, name) ?? (isMarkdown(start, name) ? 'markdown' : 'text');
}

/** Whether bytes begin a WARC file, which may be compressed. */
export function isWarc(bytes: Uint8Array): boolean {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const start = isCompressed ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
    return new TextDecoder('latin1').decode(start.subarray(0, 5)) === 'WARC/';
  } catch {
    return false;
  }
}

/** The format of XML or HTML by its first elements. */
function ofMarkup(start: string): Format | null {
  if (!start.startsWith('<')) return null;
  const bare = start.replaceAll(/<!--[\s\S]*?-->/g, '');
  const [, root = ''] = /<([A-Za-z_][\w:.-]*)/.exec(bare.replace(/^(?:\s*<[?!][^>]*>)+/, '')) ?? [];
  const element = root.toLowerCase().replace(/^.*:/, '');
  if (element === 'rss' && /wordpress\.org\/export\//.test(bare)) return 'wxr';
  if (['rss', 'feed', 'rdf'].includes(element)) return 'feed';
  if (
    ['newsitem', 'newsmessage', 'packageitem', 'knowledgeitem', 'contentset', 'inlinexml', 'newsml'].includes(element)
  )
    return 'newsml';
  if (element === 'nitf') return 'nitf';
  if (/^<\?xml/.test(bare) && !/<html|<!doctype html/i.test(bare)) {
    throw new ImportProblem(
      'XML',
      `XML with \`<${root}>\` at its root is not known. Known are RSS, Atom, WordPress exports, NewsML-G2 and NITF. Convert it to one of them, or to JSON or CSV.`,
    );
  }
  return 'html';
}

/** The format of JSON, or of lines of it, or of a table. */
function ofData(start: string, name: string): Format | null {
  if (/^[[{]/.test(start)) {
    const isLines = /^\{.*\}\s*\n\s*\{/.test(start) || /\.(?:ndjson|jsonl)$/i.test(name);
    if (isLines) return 'ndjson';
    if (/"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(start)) return 'feed';
    if (
      /"(?:pub[sS]tatus|version[cC]reated|body_x?html|headlines|bodies)"\s*:/.test(start) &&
      /"(?:uri|standard)"\s*:/.test(start)
    )
      return 'ninjs';
    if (/\.json$/i.test(name) || /^(?:\[\s*)?\{\s*"/.test(start)) return 'json';
    // Hugo's frontmatter can be JSON.
    return null;
  }
  return /\.(?:csv|tsv)$/i.test(name) ? 'csv' : null;
}

const isMarkdown = (start: string, name: string): boolean =>
  /\.(?:md|markdown|mdx)$/i.test(name) || /^(?:---|\+\+\+)\s*\n[\s\S]*?\n(?:---|\+\+\+)\s*(?:\n|$)/.test(start);
