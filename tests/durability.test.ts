import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyArchive, run } from './command.ts';

const HARBOUR = 'tests/archives/harbour';
const LIGHTS = 'articles/2021/2021-12-24-lights.statements.yaml';

test('merge conflict marks in a ledger are reported with file and line, and copied nowhere', async () => {
  const content = copyArchive(HARBOUR);
  appendFileSync(join(content, 'ledger/2021.txt'), '<<<<<<< HEAD\n=======\nnonsense\n>>>>>>> other\n');
  for (const command of ['check', 'record'] as const) {
    const { code, output } = await run(command, [], { VERBATIM_CONTENT: content });
    expect(code).toBe(1);
    expect(output).toMatch(/ledger\/2021\.txt:\d+: This is the mark of a merge conflict/);
    expect(output).toMatch(/ledger\/2021\.txt:\d+: `nonsense` is not an address of this archive/);
  }
  const former = join(content, 'former-addresses.yaml');
  expect(existsSync(former) ? readFileSync(former, 'utf8') : '').not.toContain('<<<');
});

test('former addresses that contradict each other, or that the archive never had, are refused with their line', async () => {
  const content = copyArchive(HARBOUR);
  appendFileSync(join(content, 'ledger/2021.txt'), '/2021/11/04/mist/\n');
  const entries = [
    'moved:',
    '  - {from: /2021/11/04/mist/, to: /2021/11/05/fog/, on: 2022-01-01}',
    '  - {from: /2021/11/04/mist/, to: /2021/12/24/lights/, on: 2022-01-01}',
    'gone:',
    '  - {address: /2021/11/04/mist/, on: 2022-01-01, why: It is gone.}',
    '  - {address: /1999/01/01/never/, on: 2022-01-01, why: It is gone.}',
  ];
  writeFileSync(join(content, 'former-addresses.yaml'), `${entries.join('\n')}\n`);
  const { code, output } = await run('check', [], { VERBATIM_CONTENT: content });
  expect(code).toBe(1);
  expect(output).toMatch(/former-addresses\.yaml:3: `\/2021\/11\/04\/mist\/` is told on line 2 already/);
  expect(output).toMatch(/former-addresses\.yaml:5: `\/2021\/11\/04\/mist\/` is told on line 2 already/);
  expect(output).toMatch(/former-addresses\.yaml:6: `\/1999\/01\/01\/never\/` was never an address of this archive/);
});

test('a speaker id in a record that leads out of the content folder is refused, and nothing is written', async () => {
  const copy = copyArchive(HARBOUR);
  const record = readFileSync(join(copy, LIGHTS), 'utf8');
  writeFileSync(join(copy, LIGHTS), record.replace('speaker: ada-quill', 'speaker: ../../evil'));
  for (const command of ['record', 'check'] as const) {
    const { code, output } = await run(command, [], { VERBATIM_CONTENT: copy });
    expect(code).toBe(1);
    expect(output).toMatch(/lights\.statements\.yaml:\d+: .*is not the id of a speaker/);
  }
  expect(existsSync(join(copy, '../evil.yaml'))).toBe(false);
});

test('a record matches its article even if their letters are composed differently', async () => {
  const content = copyArchive(HARBOUR);
  const article = '---\ndate: 2021-12-30\ntitle: Ice\n---\n\n“The café is closed,” Ada Quill said.\n';
  writeFileSync(join(content, 'articles/2021/2021-12-30-ice.md'), article);
  expect((await run('record', [], { VERBATIM_CONTENT: content })).code).toBe(0);
  const path = join(content, 'articles/2021/2021-12-30-ice.statements.yaml');
  const decomposed = readFileSync(path, 'utf8').normalize('NFD');
  expect(decomposed).not.toBe(decomposed.normalize('NFC'));
  writeFileSync(path, decomposed);
  expect(await run('check', [], { VERBATIM_CONTENT: content })).toMatchObject({ code: 0 });
  expect(await run('record', [], { VERBATIM_CONTENT: content })).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).toBe(decomposed);
});

test('while one command is writing, a second one fails; after the first is killed, the next one runs', async () => {
  const content = copyArchive(HARBOUR);
  const holder = join(content, 'hold.ts');
  const lock = join(process.cwd(), 'src/content/content-lock.ts');
  writeFileSync(
    holder,
    `import { withContentLock } from ${JSON.stringify(lock)};
await withContentLock(process.argv[2] ?? '', () => {
  console.log('held');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
`,
  );
  const first = spawn('node', [holder, content], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve) =>
    first.stdout.once('data', () => {
      resolve();
    }),
  );
  const second = await run('record', [], { VERBATIM_CONTENT: content });
  expect(second.code).toBe(1);
  expect(second.output).toContain('Another command is writing to');
  const closed = new Promise((resolve) => first.once('close', resolve));
  first.kill('SIGKILL');
  await closed;
  expect(await run('record', [], { VERBATIM_CONTENT: content })).toMatchObject({ code: 0 });
});
