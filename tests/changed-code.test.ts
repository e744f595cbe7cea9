import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { contentsOf, emptyFolder, type Outcome, runScript } from './command.ts';

const content = resolve('tests/archives/harbour');

/** A copy of the project, whose code may be changed. */
let project = '';
beforeEach(() => {
  project = emptyFolder();
  for (const name of ['src', 'public', 'package.json', 'package-lock.json', 'tsconfig.json', 'astro.config.mjs'])
    cpSync(name, join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
});
const buildThere = (out: string): Promise<Outcome> =>
  runScript('src/cli/build.ts', [], { VERBATIM_CONTENT: content, VERBATIM_OUT: out }, project);
const built = async (out: string): Promise<Map<string, string>> => {
  const { code, output } = await buildThere(out);
  expect(code, output).toBe(0);
  return contentsOf(out);
};
const change = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(project, path), 'utf8');
  expect(text, path).toContain(from);
  writeFileSync(join(project, path), text.replace(from, to));
};

test('after a change of a layout, a style, a script or of how bodies are laid out, the site is what a build from nothing makes', async () => {
  const out = join(emptyFolder(), 'site');
  await built(out);
  for (const [path, from, to] of [
    ['src/layouts/Base.astro', '<p>{site.rights}</p>', '<p>Rights: {site.rights}</p>'],
    ['src/styles/frame.css', '{', '{ tab-size: 3;'],
    ['src/browser/follow-move.ts', 'location', 'window.location'],
    ['src/catalogue/body/passages.ts', "className: ['number']", "className: ['number', 'changed']"],
    ['src/words/en.yaml', 'statement: Statement {number}', 'statement: The statement {number}'],
  ] as const) {
    const before = contentsOf(out);
    change(path, from, to);
    const changed = await built(out);
    expect(changed, path).not.toEqual(before);
    expect(changed, path).toEqual(await built(join(emptyFolder(), 'site')));
  }
});

test('a page that fails or is not whole is named and stops the build, and the site stays as it was', async () => {
  const out = join(emptyFolder(), 'site');
  const before = await built(out);
  for (const [code, reason] of [
    ["throw new Error('nothing is there');", 'nothing is there'],
    ["return new Response('<html>');", 'it is incomplete'],
    ["return new Response('</html>', { status: 404 });", 'it was answered with status 404'],
  ] as const) {
    const page = readFileSync('src/pages/topics/index.astro', 'utf8');
    writeFileSync(join(project, 'src/pages/topics/index.astro'), page.replace(/^---\n/, `---\n${code}\n`));
    const { code: ended, output } = await buildThere(out);
    expect(ended).toBe(1);
    expect(output).toContain(`The page \`/topics/\` cannot be published: ${reason}`);
    expect(contentsOf(out)).toEqual(before);
  }
});
