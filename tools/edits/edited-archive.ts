import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InventedArticle, printParagraph, type Utterance } from './invented-world.ts';

/** An invented archive on disk, and the truth about it: which articles it has and who says what in them. */
export class EditedArchive {
  readonly content: string;
  /** By the name of their files, without ending. */
  readonly articles = new Map<string, InventedArticle>();
  /** Articles that were deleted, with their records if they had one, to be restored. */
  readonly deleted: { article: InventedArticle; record: string | null }[] = [];

  constructor(content: string) {
    this.content = content;
    mkdirSync(join(content, 'articles'), { recursive: true });
    const archive =
      'title: Invented\ndescription: Invented.\nlanguages: en\nbaseUrl: https://invented.example\nrights: None.\npublish: all\n';
    writeFileSync(join(content, 'archive.yaml'), archive);
  }

  /** Writes an article as it is now. */
  write(article: InventedArticle): void {
    const name = nameOf(article);
    this.articles.set(name, article);
    const body = article.paragraphs.map(printParagraph).join('\n\n');
    writeFileSync(this.path(name, '.md'), `---\ndate: ${article.day}\ntitle: An article\n---\n\n${body}\n`);
  }

  /** Deletes an article, and its record too unless that stays behind. */
  delete(article: InventedArticle, withRecord: boolean): void {
    const name = nameOf(article);
    const record = this.record(article);
    this.articles.delete(name);
    rmSync(this.path(name, '.md'));
    if (withRecord) this.deleteRecord(article);
    this.deleted.push({ article, record: withRecord ? record : null });
  }

  deleteRecord(article: InventedArticle): void {
    rmSync(this.path(nameOf(article), '.statements.yaml'), { force: true });
  }

  /** Removes the records that have no article any more, as `check` asks; `false` if there is none. */
  removeOrphans(): boolean {
    const names = readdirSync(join(this.content, 'articles')).filter((name) => name.endsWith('.statements.yaml'));
    const orphans = names.filter((name) => !this.articles.has(name.replace('.statements.yaml', '')));
    for (const name of orphans) rmSync(join(this.content, 'articles', name));
    return orphans.length > 0;
  }

  /** Brings a deleted article back. */
  restore({ article, record }: { article: InventedArticle; record: string | null }): void {
    this.write(article);
    // An old record may have statements that have moved elsewhere since, which `check` refuses.
    const others = [...this.articles.values()].map((other) => this.record(other) ?? '').join('\n');
    const isCurrent = [...(record ?? '').matchAll(/^ +- id: (\w+)/gm)].every(([, id = '']) => !others.includes(id));
    if (record !== null && isCurrent) writeFileSync(this.path(nameOf(article), '.statements.yaml'), record);
  }

  /** Gives an article another day or slug, its record with it. */
  rename(article: InventedArticle, change: Partial<InventedArticle>): void {
    const before = nameOf(article);
    const after = nameOf({ ...article, ...change });
    if (this.articles.has(after)) return;
    this.articles.delete(before);
    rmSync(this.path(before, '.md'));
    this.write(Object.assign(article, change));
    const [from, to] = [this.path(before, '.statements.yaml'), this.path(after, '.statements.yaml')];
    if (existsSync(from)) renameSync(from, to);
  }

  record(article: InventedArticle): string | null {
    const path = this.path(nameOf(article), '.statements.yaml');
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  }

  speakerFiles(): string[] {
    const folder = join(this.content, 'speakers');
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  }

  /** What is said at a place of an article's text, whose paragraphs are parted by blank lines. */
  saidAt(article: InventedArticle, index: number): Utterance | null {
    let start = 0;
    for (const paragraph of article.paragraphs) {
      const end = start + printParagraph(paragraph).length;
      if (index < end) return paragraph.kind === 'said' ? paragraph.said : null;
      start = end + '\n\n'.length;
    }
    return null;
  }

  /** Every utterance that the articles contain, with its article. */
  utterances(): Map<number, { article: InventedArticle; said: Utterance }> {
    const all = [...this.articles.values()].flatMap((article) =>
      article.paragraphs.flatMap((paragraph) => (paragraph.kind === 'said' ? [{ article, said: paragraph.said }] : [])),
    );
    return new Map(all.map((one) => [one.said.key, one]));
  }

  path(name: string, ending: '.md' | '.statements.yaml'): string {
    return join(this.content, 'articles', `${name}${ending}`);
  }
}

export const nameOf = ({ day, slug }: InventedArticle): string => `${day}-${slug}`;
