/** Paired or single tags of Hugo, Jekyll and Eleventy; the words between two of them stay. */
const TAGS = [
  /\{\{[<%][^{}]*[%>]\}\}/g,
  /\{%(?:(?!\{%|%\})[\s\S])*%\}/g,
  /\{\{[^{}]*\}\}/g,
  /^[ \t]*\{:[^{}\n]*\}[ \t]*$/gm,
];

/** Code of MDX: imports and exports, and the tags of components. */
const MDX = [
  /^(?:import\s.+\sfrom\s+['"][^'"]+['"]|import\s+['"][^'"]+['"]|export\s+const\s.*);?[ \t]*$/gm,
  /<\/?[A-Z][\w.]*(?:\s[^<>]*)?>/g,
];

/** Tags whose content is not text. */
const EMPTY = /\{%-?\s*(comment|raw)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}/g;

/** WordPress's tags in brackets: those with attributes or a closing tag. `[sic]` is a word of the text. */
const BRACKETS = /\[(\/?)([a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]]+))*)\s*\/?\]/gi;

/** Tags without attributes that show something other than text. */
const KNOWN = /^(?:gallery|audio|video|playlist|embed|caption|wp_caption|contact-form|more|nextpage)$/i;

/**
 * Removes the tags of generators from Markdown; what they would have shown is named in a warning.
 *
 * @param warnings gets the warning
 */
export function withoutShortcodes(text: string, warnings: string[]): string {
  const removed: string[] = [];
  const forms = /\{%-?\s*end(?:comment|raw)/.test(text) ? [EMPTY, ...TAGS, ...MDX] : [...TAGS, ...MDX];
  const bare = forms.reduce(
    (left, form) =>
      left.replaceAll(form, (tag: string) => {
        removed.push(tag);
        return '';
      }),
    text,
  );
  warn(removed, warnings);
  return bare;
}

/** Removes WordPress's shortcodes from HTML; the words inside them stay. */
export function withoutBrackets(html: string, warnings: string[]): string {
  const removed: string[] = [];
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]*)\]/gi)].map(([, name = '']) => name.toLowerCase()));
  const bare = html.replaceAll(BRACKETS, (tag: string, slash: string, name: string, attributes: string) => {
    const isTag = slash !== '' || attributes !== '' || closed.has(name.toLowerCase()) || KNOWN.test(name);
    if (!isTag) return tag;
    if (slash === '' && !/^(?:caption|wp_caption|gallery)$/i.test(name)) removed.push(tag);
    return '';
  });
  warn(removed, warnings);
  return bare;
}

function warn(removed: readonly string[], warnings: string[]): void {
  const [first = ''] = removed;
  if (removed.length === 0) return;
  const shown = first.length > 60 ? `${first.slice(0, 60)}…` : first;
  warnings.push(
    `Left out, with what it would show: \`${shown.replaceAll(/\s+/g, ' ')}\`${removed.length > 1 ? ` and ${removed.length - 1} more` : ''}.`,
  );
}
