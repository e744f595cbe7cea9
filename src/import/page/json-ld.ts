/** An object of JSON-LD. */
export type Node = Record<string, unknown>;

/** The kinds of creative work that are articles (schema.org). */
const ARTICLE = /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting|Newsletter)$/;

/** The article that a page's JSON-LD describes; `null` if it describes none. */
export function articleOf(scripts: readonly string[]): { article: Node; nodes: Node[] } | null {
  const nodes = scripts.flatMap((script) => nodesIn(parse(script)));
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const [article] = articles.toSorted((a, b) => weight(b) - weight(a));
  return article ? { article, nodes } : null;
}

/** The texts of a value: a text itself, or the names of the objects that it is or refers to. */
export function namesOf(value: unknown, nodes: readonly Node[]): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap((one) => namesOf(one, nodes));
  if (!isNode(value)) return [];
  const own = textOf(value['name']);
  if (own) return [own];
  const referred = nodes.find((node) => node !== value && node['@id'] === value['@id'] && node['name'] !== undefined);
  return referred ? namesOf(referred['name'], nodes) : [];
}

/** The first text of a value, or of a list. */
export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (isNode(first)) return textOf(first['@value'] ?? first['url'] ?? first['@id']);
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

const weight = (node: Node): number =>
  ['headline', 'datePublished', 'author', 'articleBody'].filter((name) => node[name] !== undefined).length;

function typesOf(node: Node): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isNode(value)) return [];
  return [
    value,
    ...['@graph', 'mainEntity', 'mainEntityOfPage', 'author', 'publisher'].flatMap((name) => nodesIn(value[name])),
  ];
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses a script as browsers never do: pages have line breaks inside strings, comments around, or commas too many. */
function parse(script: string): unknown {
  const bare = script.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[|\/\/.*\n)+/s, '').replace(/(?:-->|\]\]>|;)\s*$/, '');
  for (const text of [
    script,
    bare,
    bare.replace(/[\n\r\t]+/g, ' '),
    bare.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The next form of the text may be JSON.
    }
  }
  return null;
}
