import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOf } from '../src/site/publish/work-paths.ts';
import { emptyFolder } from './command.ts';
import { ask } from './http.ts';

/** The addresses that both sites have, with their files; the length of each differs between the sites. */
const PAGES = { '/': 'index.html', '/about/': 'about/index.html', '/x.txt': 'x.txt', '/data.bin': 'data.bin' };
const WORDS = { 'index.html': 300, 'about/index.html': 7000, 'x.txt': 1, 'data.bin': 100_000, '404.html': 90 };
/** The folder in which Linux lists the open files of a process. */
const openFiles = (pid: number): string => `/proc/${pid}/fd`;

const root = emptyFolder();
const out = join(root, 'out');
const sites = [join(root, 'one'), join(root, 'two')];
let serving: ChildProcess;
let server: string;

beforeAll(async () => {
  sites.forEach((site, index) => {
    for (const [path, words] of Object.entries(WORDS)) {
      mkdirSync(dirname(join(site, path)), { recursive: true });
      writeFileSync(join(site, path), signed(`${path} `.repeat(words + index * 77)));
    }
  });
  cpSync(sites[0] ?? '', out, { recursive: true });
  [serving, server] = await serve(out, '');
});

afterAll(() => {
  serving.kill();
  rmSync(root, { recursive: true });
});

/** A page whose first line is the digest of the rest. */
const signed = (text: string): string => `${createHash('sha256').update(text).digest('hex')}\n${text}`;
const isSigned = (page: Buffer): boolean => signed(page.toString().slice(65)) === page.toString();

/** Starts the command; returns its process and the origin that it serves. */
async function serve(folder: string, base: string): Promise<[ChildProcess, string]> {
  const child = spawn('node', ['src/cli/serve.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      VERBATIM_CONTENT: 'tests/archives/harbour',
      VERBATIM_OUT: folder,
      VERBATIM_BASE: base,
    },
  });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const [, url] = /(http:\/\/localhost:\d+)\S*\/ /.exec(printed) ?? [];
    if (url) return [child, url];
  }
  throw new Error(`serve ended: ${printed}`);
}

test('while a site is replaced again and again, every client gets whole files', async () => {
  const replacing = spawn('node', ['tests/replace-many.ts', '150', out, ...sites], { stdio: 'inherit' });
  const lengths = new Set<number>();
  const wrong = new Set<string>();
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      for (const path of Object.keys(PAGES)) {
        const answer = await ask(server, path).catch((error: unknown) => String(error));
        if (typeof answer === 'string') wrong.add(`${path}: ${answer}`);
        else if (answer.status !== 200 || !isSigned(answer.body)) wrong.add(`${path}: ${answer.status}, not whole`);
        else lengths.add(answer.body.length);
      }
    }
  };
  const clients = Array.from({ length: 16 }, client);
  expect(await once(replacing, 'close')).toEqual([0, null]);
  isOver = true;
  await Promise.all(clients);
  expect([...wrong]).toEqual([]);
  expect(lengths.size, 'lengths of pages, old and new').toBe(2 * Object.keys(PAGES).length);
  expect(serving.exitCode).toBeNull();
});

test('while a build moves files into the folder, requests wait; if it was stopped, they and `serve` say what to do', async () => {
  const marker = join(workOf(out), 'moving.pid');
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, String(process.pid));
  let isAnswered = false;
  const waiting = ask(server, '/x.txt').then((answer) => {
    isAnswered = true;
    return answer;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isAnswered).toBe(false);
  rmSync(marker);
  expect((await waiting).status).toBe(200);

  writeFileSync(marker, String(spawnSync('true').pid));
  try {
    const answer = await ask(server, '/x.txt');
    expect([answer.status, String(answer.body)]).toEqual([500, expect.stringContaining('Run `npm run build`')]);
    const started = spawnSync('node', ['src/cli/serve.ts'], {
      env: { ...process.env, VERBATIM_OUT: out },
      encoding: 'utf8',
    });
    expect([started.status, started.stderr]).toEqual([
      1,
      expect.stringContaining('A build was stopped while it changed'),
    ]);
  } finally {
    rmSync(marker);
  }
});

test('while the output folder is missing, requests wait for it', async () => {
  renameSync(out, `${out}.aside`);
  const answers = Object.keys(PAGES).map((path) => ask(server, path));
  // These requests need no file; once they are answered, the server has already looked for the files of the others.
  for (let count = 0; count < 50; count++) await ask(server, '/', { method: 'POST' });
  renameSync(`${out}.aside`, out);
  for (const { status, body } of await Promise.all(answers)) expect([status, isSigned(body)]).toEqual([200, true]);
});

test.each(Object.entries(PAGES))(
  '%s has a type, a length and validators, and HEAD the same without a body',
  async (path, file) => {
    const { status, headers, body } = await ask(server, path);
    expect(status).toBe(200);
    expect(body.equals(readFileSync(join(out, file)))).toBe(true);
    expect(headers).toMatchObject({ 'content-length': String(body.length), 'accept-ranges': 'bytes' });
    const types: Record<string, string> = {
      '.html': 'text/html; charset=utf-8',
      '.txt': 'text/plain; charset=utf-8',
      '.bin': 'application/octet-stream',
    };
    expect(headers['content-type']).toBe(types[extname(file)]);
    const head = await ask(server, path, { method: 'HEAD', headers: { Range: 'bytes=0-1' } });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    const { date, ...lasting } = headers;
    expect(date).toBeDefined();
    expect(head.headers).toMatchObject(lasting);
  },
);

test('a client whose copy is current, by its tag or its date, gets "not modified"; another does not', async () => {
  const { headers } = await ask(server, '/about/');
  const { etag = '', 'last-modified': date = '' } = headers;
  const conditions: [OutgoingHttpHeaders, number][] = [
    [{ 'If-None-Match': etag }, 304],
    [{ 'If-None-Match': `"other", ${etag.replace('W/', '')}` }, 304],
    [{ 'If-None-Match': '*' }, 304],
    [{ 'If-Modified-Since': date }, 304],
    [{ 'If-None-Match': '"other"' }, 200],
    [{ 'If-None-Match': '"other"', 'If-Modified-Since': date }, 200],
    [{ 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 200],
    [{ 'If-Modified-Since': 'yesterday' }, 200],
  ];
  for (const [asked, status] of conditions) {
    const answer = await ask(server, '/about/', { headers: asked });
    expect([asked, answer.status, answer.headers.etag]).toEqual([asked, status, etag]);
    expect(answer.body.length > 0).toBe(status === 200);
  }
});

test.each([
  ['bytes=0-9', 0, 10],
  ['bytes=10-', 10, undefined],
  ['bytes=-5', -5, undefined],
])('Range %s is answered with these bytes only', async (range, start, end) => {
  const whole = readFileSync(join(out, 'data.bin'));
  const part = whole.subarray(start, end);
  const { status, headers, body } = await ask(server, '/data.bin', { headers: { Range: range } });
  const from = whole.length + start - (start < 0 ? 0 : whole.length);
  expect([status, body.equals(part)]).toEqual([206, true]);
  expect(headers['content-range']).toBe(`bytes ${from}-${from + part.length - 1}/${whole.length}`);
  expect(headers['content-length']).toBe(String(part.length));
});

test.each(['bytes=abc', 'bytes=5-2', 'bytes=99999999-', 'bytes=-0'])(
  'Range %s is refused with the size',
  async (range) => {
    const { status, headers } = await ask(server, '/data.bin', { headers: { Range: range } });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${readFileSync(join(out, 'data.bin')).length}`]);
  },
);

test('several ranges, other units and If-Range are answered with the whole file', async () => {
  const { etag } = (await ask(server, '/data.bin')).headers;
  const date = 'Thu, 01 Jan 1970 00:00:00 GMT';
  for (const headers of [
    { Range: 'bytes=0-1,5-9' },
    { Range: 'lines=0-9' },
    { Range: 'bytes=0-9', 'If-Range': etag },
    { Range: 'bytes=0-9', 'If-Range': date },
  ]) {
    const { status, body } = await ask(server, '/data.bin', { headers });
    expect([headers, status, isSigned(body)]).toEqual([headers, 200, true]);
  }
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is not allowed', async (method) => {
  for (const path of ['/', '/nowhere/']) {
    const { status, headers } = await ask(server, path, { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  }
});

test('a folder without its closing slash redirects to it, with the query', async () => {
  const { status, headers } = await ask(server, '/about?q=a/b');
  expect([status, headers.location]).toEqual([301, '/about/?q=a/b']);
});

test.each([
  ['a page that does not exist', '/nowhere/'],
  ['a file with a slash after it', '/about/index.html/'],
  ['a path that leads out of the folder', '/../one/index.html'],
  ['an encoded path out of the folder', '/%2e%2e/one/index.html'],
  ['a path with encoded slashes', '/about/..%2f..%2f..%2fone/index.html'],
  ['a zero byte', '/a%00.html'],
  ['broken percent encoding', '/%'],
  ['percent encoding that is not UTF-8', '/%ff'],
  ['an empty name', '//about'],
  ['a hidden file', '/.hidden'],
  ['a name that no file can have', `/${'long'.repeat(1000)}`],
])('%s is answered with the "not found" page', async (_, path) => {
  writeFileSync(join(out, '.hidden'), 'x');
  const { status, headers, body } = await ask(server, path);
  expect([status, body]).toEqual([404, readFileSync(join(out, '404.html'))]);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  const head = await ask(server, path, { method: 'HEAD' });
  expect([head.status, head.headers['content-length']]).toEqual([404, String(body.length)]);
});

test('files and folders that are links are served', async () => {
  symlinkSync(join(sites[1] ?? '', 'data.bin'), join(out, 'link.bin'));
  symlinkSync(join(sites[1] ?? '', 'about'), join(out, 'linked'));
  symlinkSync('circle', join(out, 'circle'));
  expect(isSigned((await ask(server, '/link.bin')).body)).toBe(true);
  expect(isSigned((await ask(server, '/linked/')).body)).toBe(true);
  expect((await ask(server, '/circle')).status).toBe(404);
});

test.runIf(existsSync(openFiles(process.pid)))('clients that disconnect leave no file open', async () => {
  const { hostname, port } = new URL(server);
  for (let client = 0; client < 50; client++) {
    const socket = connect(Number(port), hostname);
    socket.write('GET /data.bin HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.resetAndDestroy();
  }
  const data = join(out, 'data.bin');
  const isOpen = (): boolean =>
    readdirSync(openFiles(serving.pid ?? 0)).some((file) => {
      try {
        return readlinkSync(join(openFiles(serving.pid ?? 0), file)) === data;
      } catch {
        return false; // closed since it was listed
      }
    });
  await expect.poll(isOpen).toBe(false);
  expect((await ask(server, '/')).status).toBe(200);
});

test('a file that becomes shorter while it is sent breaks the connection, and nothing else', async () => {
  const large = join(out, 'large.bin');
  writeFileSync(large, Buffer.alloc(50_000_000));
  const answer = await new Promise<IncomingMessage>((resolve) => get(`${server}/large.bin`, resolve));
  truncateSync(large);
  answer.resume();
  const [error] = (await once(answer, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNRESET');
  expect((await ask(server, '/large.bin')).body).toHaveLength(0);
});

test('under a base path, the base leads to the front page, and everything outside is not found', async () => {
  const [child, url] = await serve(out, '/news/');
  try {
    expect((await ask(url, '/news')).headers.location).toBe('/news/');
    expect((await ask(url, '/news/about')).headers.location).toBe('/news/about/');
    expect(isSigned((await ask(url, '/news/about/')).body)).toBe(true);
    for (const path of ['/', '/about/', '/newspaper/']) expect((await ask(url, path)).status).toBe(404);
  } finally {
    child.kill();
  }
});

test('a site without a "not found" page answers with a sentence', async () => {
  rmSync(join(out, '404.html'));
  const { status, body } = await ask(server, '/nowhere/');
  expect([status, body.toString()]).toEqual([404, 'There is no page at this address.\n']);
});
