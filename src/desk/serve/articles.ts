import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { shownPath } from '../../base/settings.ts';
import { listArticles } from '../../content/article-source.ts';
import { editedArticle, type WrittenFields } from '../../record/edit-article.ts';
import { Refusal } from '../../record/refusal.ts';
import { versionOf } from '../archive-state.ts';
import { ChangedMeanwhile, type Desk } from '../desk.ts';
import {
  articleForm,
  type ArticleForm,
  articleLook,
  articlePage,
  articlesPage,
  formOf,
  FIELDS,
  LISTS,
  ORGANISATION,
  SWITCHES,
} from '../pages/articles-pages.ts';
import type { Frame } from '../pages/frame.ts';
import { type DeskRequest, RefusedRequest } from './request.ts';
import type { Answer } from './serve-desk.ts';

/** The articles: a list, and a form each. */
export async function answerArticles(
  { method, url, form, json }: DeskRequest,
  desk: Desk,
  token: string,
): Promise<Answer | null> {
  const frame: Frame = { desk, token, address: '/articles' };
  if (method === 'POST' && url.pathname === '/articles/look') return { html: articleLook(bodyIn(json)) };
  if (method === 'POST' && url.pathname === '/articles/save') return await save(frame, form);
  if (method !== 'GET') return null;
  if (url.pathname === '/articles') {
    await desk.refresh();
    return { html: articlesPage(frame, url.searchParams.get('q') ?? '', null) };
  }
  if (url.pathname !== '/articles/edit') return null;
  const path = articleIn(desk, url.searchParams.get('file'));
  try {
    return { html: articlePage(frame, articleForm(path, versionOf([path])), []) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const told = `${error.message}\nThe form cannot show this file. Fix it in a text editor, and open it again.`;
    return { status: 422, html: articlesPage(frame, '', told) };
  }
}

function bodyIn(json: unknown): string {
  const { data } = z.strictObject({ body: z.string() }).safeParse(json);
  if (!data) throw new RefusedRequest(400, 'The desk does not understand this request. Reload the page.');
  return data.body.replaceAll(/\r\n?/g, '\n');
}

/** The path of an article of this archive; no other file is ever read or written. */
function articleIn({ content }: Desk, file: string | null): string {
  const found = listArticles(content).articles.find(({ path }) => path === file);
  if (!found) throw new RefusedRequest(404, `There is no article \`${file ?? ''}\`.`);
  return found.path;
}

async function save(frame: Frame, form: URLSearchParams): Promise<Answer> {
  const { desk } = frame;
  const path = articleIn(desk, form.get('file'));
  const sent: ArticleForm = {
    path,
    version: form.get('version') ?? '',
    values: Object.fromEntries(FIELDS.map((name) => [name, (form.get(name) ?? '').replaceAll(/\r\n?/g, '\n')])),
    body: (form.get('body') ?? '').replaceAll(/\r\n?/g, '\n'),
    base: form.get('base') ?? '',
    isUnsaved: true,
  };
  try {
    const label = `Edited ${shownPath(path)}`;
    await desk.changeFiles({ paths: [path], was: sent.version }, (files) => {
      const { text, problems } = editedArticle(readFileSync(path, 'utf8'), shownPath(path), fieldsOf(sent), sent.body);
      if (problems.length > 0)
        throw new Refusal(problems.map(({ line, message }) => `Line ${line}: ${message}`).join('\n'));
      files.write(path, text);
      return { label };
    });
    const told = 'Saved. Run `npm run record`, or press Record on the page Publish, to take up what changed.';
    return { html: articlePage(frame, articleForm(path, versionOf([path])), [told]) };
  } catch (error) {
    if (error instanceof Refusal) return { status: 422, html: articlePage(frame, sent, error.message.split('\n')) };
    if (error instanceof ChangedMeanwhile) return conflict(frame, sent, error.message);
    throw error;
  }
}

/** What the editor changed stays in the form; everything else is as the file has it now. */
function conflict(frame: Frame, sent: ArticleForm, message: string): Answer {
  const { path, base } = sent;
  try {
    const now = articleForm(path, versionOf([path]));
    const before = formOf(path, base);
    const values = Object.fromEntries(
      FIELDS.map((name) => {
        const own = sent.values[name] ?? '';
        return [name, own === (before.values[name] ?? '') ? (now.values[name] ?? '') : own];
      }),
    );
    const body = sent.body === before.body ? now.body : sent.body;
    const told = [`${message} What you changed is below, and not saved yet. The file has:`, now.base];
    return { status: 409, html: articlePage(frame, { ...now, values, body, isUnsaved: true }, told) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 409, html: articlePage(frame, sent, [message, ...error.message.split('\n')]) };
  }
}

function fieldsOf({ values }: ArticleForm): WrittenFields {
  return Object.fromEntries(
    FIELDS.map((name): [string, WrittenFields[string]] => {
      const text = (values[name] ?? '').trim();
      if (SWITCHES.includes(name)) return [name, text === 'true'];
      if (!LISTS.includes(name)) return [name, text];
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      return [name, name === 'author' ? lines.map(authorOf) : lines];
    }),
  );
}

const authorOf = (line: string): string | object =>
  line.endsWith(ORGANISATION) ? { name: line.slice(0, -ORGANISATION.length), kind: 'organisation' } : line;
