import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { emptyFolder } from './command.ts';

const [LATIN, GREEK] = ['abcdefghijklmnopqrstuvwxyz', 'αβγδεζηθικλμνξοπρστυφχψωϊϋ'];

/** A text with each Latin letter replaced by a Greek one. */
export const inGreek = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const greek = GREEK[LATIN.indexOf(letter.toLowerCase())] ?? '';
    return letter === letter.toLowerCase() ? greek : greek.toUpperCase();
  });

/** The fields of an archive's files that readers see. */
const SHOWN = new Set(
  `title description author outlet topics rights quote before after source cue described proposed addressee note role
  why was name otherNames organisation`.split(/\s+/),
);

/**
 * A copy of an archive of tests whose articles, records and speakers are in Greek letters, so that whatever its site
 * shows in Latin letters is not content.
 *
 * @param fields lines of `archive.yaml` that replace its own
 */
export function greekArchive(archive: string, fields: Record<string, string>): string {
  const folder = emptyFolder();
  cpSync(archive, folder, { recursive: true });
  // Without it, nothing of that year was released.
  rmSync(join(folder, 'ledger/2024.txt'));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (name.endsWith('.yaml')) writeFileSync(path, yamlInGreek(readFileSync(path, 'utf8')));
    if (!name.endsWith('.md')) continue;
    const [, frontmatter = '', body = ''] = readFileSync(path, 'utf8').split(/^---\n/m);
    writeFileSync(path, `---\n${yamlInGreek(frontmatter)}---\n${inGreek(body)}`);
  }
  const path = join(folder, 'archive.yaml');
  const file = parseDocument(readFileSync(path, 'utf8'));
  for (const [field, value] of Object.entries(fields))
    file.set(field, value.startsWith('[') ? parseDocument(value).contents : value);
  writeFileSync(path, file.toString());
  return folder;
}

function yamlInGreek(source: string): string {
  const document = parseDocument(source);
  visit(document.contents, false);
  const statements: unknown = document.get('statements');
  if (isSeq(statements)) for (const statement of statements.items) if (isMap(statement)) withoutSource(statement);
  return document.toString({ lineWidth: 0 });
}

/** The program does not read these letters: it would not find the source of a quotation where the record has it. */
function withoutSource(statement: YAMLMap): void {
  if (statement.get('type') === 'reported') return;
  if (statement.get('described') === true) statement.set('described', statement.get('source'));
  for (const field of ['source', 'cue']) statement.delete(field);
}

function visit(node: unknown, isShown: boolean): void {
  if (isMap(node)) {
    for (const { key, value } of node.items as Pair<Node, Node>[])
      visit(value, isShown || (isScalar(key) && SHOWN.has(String(key.value))));
  } else if (isSeq(node)) for (const item of node.items) visit(item, isShown);
  else if (isScalar(node) && isShown && typeof node.value === 'string') node.value = inGreek(node.value);
}
