import { join } from 'node:path';
import { type Document, isSeq, parseDocument } from 'yaml';
import { parseSpeakerId, type SpeakerId } from '../base/ids.ts';
import { readYaml } from '../base/yaml.ts';
import { shownPath } from '../base/settings.ts';
import { type SpeakerFile, speakerSchema } from '../content/speaker-file.ts';
import type { Ledger } from '../content/ledger.ts';
import { LONGEST_SLUG } from '../base/slug.ts';
import { speakerAddress } from '../text/address.ts';
import type { ContentFiles } from './content-files.ts';
import { Refusal } from './refusal.ts';

/** The fields of a speaker that an editor writes. */
export type SpeakerFields = Pick<SpeakerFile, 'name' | 'kind' | 'otherNames' | 'roles' | 'sameAs'>;

/** The files of speakers, to be edited. */
export class SpeakerEditor {
  readonly #content: string;
  readonly #files: ContentFiles;

  constructor(content: string, files: ContentFiles) {
    this.#content = content;
    this.#files = files;
  }

  /** The path of a speaker's file. */
  pathOf(id: SpeakerId): string {
    return join(this.#content, 'speakers', `${id}.yaml`);
  }

  /**
   * Writes fields of a speaker; those that stay the same keep their form and their comments.
   *
   * @throws a `Refusal` with what is wrong with the fields
   */
  write(id: SpeakerId, fields: SpeakerFields): void {
    const { document, value } = this.#read(id);
    for (const [key, now] of Object.entries(fields)) {
      const before = value[key as keyof SpeakerFields];
      if (JSON.stringify(now) === JSON.stringify(before)) continue;
      if (Array.isArray(now) && now.length === 0) document.delete(key);
      else document.set(key, document.createNode(now));
    }
    // An editor has looked at it.
    document.delete('madeBy');
    this.#save(id, document);
  }

  /** Adds a role that articles name. */
  addRole(id: SpeakerId, role: SpeakerFile['roles'][number]): void {
    const { document } = this.#read(id);
    const roles = document.get('roles', true);
    const node = document.createNode(role);
    if (isSeq(roles)) roles.items.push(node);
    else document.set('roles', document.createNode([role]));
    this.#save(id, document);
  }

  /** Says that two speakers are one: statements and the address of the first are those of the second from now on. */
  merge(from: SpeakerId, into: SpeakerId): void {
    if (from === into) throw new Refusal('A speaker cannot be merged with itself. Choose another one.');
    const [gone, kept] = [this.#read(from), this.#read(into)];
    if (kept.value.mergedInto)
      throw new Refusal(`\`${into}\` was merged into \`${kept.value.mergedInto}\`. Choose that one.`);
    gone.document.set('mergedInto', into);
    this.#save(from, gone.document);
    const known = new Set([kept.value.name, ...kept.value.otherNames]);
    const names = [gone.value.name, ...gone.value.otherNames].filter((name) => !known.has(name));
    if (names.length === 0) return;
    kept.document.set('otherNames', kept.document.createNode([...kept.value.otherNames, ...names]));
    this.#save(into, kept.document);
  }

  /**
   * Gives a speaker another id: the old one leads to it.
   *
   * @param isUsed whether another speaker has or had an id
   */
  rename(from: SpeakerId, text: string, ledger: Ledger, isUsed: (id: SpeakerId) => boolean): SpeakerId {
    const to = parseSpeakerId(text);
    if (!to)
      throw new Refusal(
        `\`${text}\` is not an id: lower-case ASCII words and hyphens, at most ${LONGEST_SLUG} characters, such as \`jane-doe\`.`,
      );
    const { document, value } = this.#read(from);
    const isOwn = value.formerly.includes(to);
    if (to === from || (!isOwn && (isUsed(to) || ledger.has(speakerAddress(to)))))
      throw new Refusal(`\`${to}\` is or was the id of a speaker. Choose another one.`);
    document.set('formerly', document.createNode([from, ...value.formerly.filter((id) => id !== to)]));
    this.#files.create(this.pathOf(to), document.toString({ lineWidth: 0 }));
    this.#files.remove(this.pathOf(from));
    return to;
  }

  #read(id: SpeakerId): { document: Document; value: SpeakerFile } {
    const path = this.pathOf(id);
    const text = this.#files.read(path);
    const { value, problems } = readYaml(text, speakerSchema, shownPath(path));
    if (!value) throw new Refusal(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
    return { document: parseDocument(text), value };
  }

  #save(id: SpeakerId, document: Document): void {
    const path = this.pathOf(id);
    const text = document.toString({ lineWidth: 0 });
    const { problems } = readYaml(text, speakerSchema, shownPath(path));
    if (problems.length > 0) throw new Refusal(problems.map(({ message }) => message).join(' '));
    this.#files.write(path, text);
  }
}
