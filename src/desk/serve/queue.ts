import { z } from 'zod';
import { statementId } from '../../base/fields.ts';
import { parseStatementId } from '../../base/ids.ts';
import { Refusal } from '../../record/refusal.ts';
import { articlePath, ChangedMeanwhile, type Desk } from '../desk.ts';
import { queueFragment, queuePage } from '../pages/queue-page.ts';
import { decide, decisionSchema } from '../queue/decide.ts';
import { nextOf, type Place, type Position, positionOf, type Query, querySchema } from '../queue/queue.ts';
import { type DeskRequest, RefusedRequest } from './request.ts';
import type { Answer } from './serve-desk.ts';

/** What a script asks for besides a decision. */
const movementSchema = z.strictObject({ go: z.enum(['next', 'previous', 'skip']), id: statementId });

/** What a decision is about: the statement that was shown, and the version of its article. */
const shownSchema = z.object({ id: statementId, path: z.string(), version: z.string() });

const undoSchema = z.strictObject({ undo: z.int().nullable() });

/** The queue: a page, and what changes in it with every decision. */
export async function answerQueue(
  { method, url, json }: DeskRequest,
  desk: Desk,
  token: string,
): Promise<Answer | null> {
  const query = querySchema.parse(Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '')));
  if (method === 'GET' && url.pathname === '/') {
    await desk.refresh();
    const at = parseStatementId(url.searchParams.get('at') ?? '');
    const place = (at && positionOf(desk.index, at)) ?? nextOf(desk.index, query, null);
    return {
      html: shown(desk, query, place, null, (at, told) => queuePage({ desk, token, address: '/' }, query, at, told)),
    };
  }
  if (method !== 'POST') return null;
  if (url.pathname === '/go') return move(desk, query, read(movementSchema, json));
  if (url.pathname === '/undo') return await undo(desk, query, read(undoSchema, json).undo);
  return url.pathname === '/decide' ? await decideOn(desk, query, json) : null;
}

function move(desk: Desk, query: Query, { go, id }: z.infer<typeof movementSchema>): Answer {
  const at = positionOf(desk.index, id);
  const place = nextOf(desk.index, query, at, go === 'previous' ? 'previous' : 'next');
  if (go === 'skip') desk.index.skip(id);
  return { html: fragmentOf(desk, query, place, null) };
}

/** How many statements that cannot be shown are passed over at most before none is shown. */
const MOST_PASSED = 20;

/**
 * Shows a statement. If its files cannot be read any more, the next one is shown, and what is wrong is told.
 *
 * @param render renders the page or what changes in it
 */
function shown(
  desk: Desk,
  query: Query,
  place: Place | null,
  told: string | null,
  render: (place: Place | null, told: string | null) => string,
): string {
  let [at, words] = [place, told];
  for (let passed = 0; passed < MOST_PASSED; passed++) {
    try {
      return render(at, words);
    } catch (error) {
      if (!(error instanceof Refusal) || at === null) throw error;
      const position = positionOf(desk.index, at.id);
      words = [words, error.message].filter(Boolean).join('\n');
      desk.index.updateArticle(articlePath(at.path));
      at = nextOf(desk.index, query, position);
    }
  }
  return render(null, words);
}

const fragmentOf = (desk: Desk, query: Query, place: Place | null, told: string | null): string =>
  shown(desk, query, place, told, (at, words) => queueFragment(desk, query, at, words));

async function undo(desk: Desk, query: Query, number: number | null): Promise<Answer> {
  try {
    const { id } = await desk.undo(number);
    const at = id === null ? null : positionOf(desk.index, parseStatementId(id) ?? raise());
    return { html: fragmentOf(desk, query, at ?? nextOf(desk.index, query, null), null) };
  } catch (error) {
    return refused(desk, query, nextOf(desk.index, query, null), error);
  }
}

async function decideOn(desk: Desk, query: Query, json: unknown): Promise<Answer> {
  const { id, path, version } = read(shownSchema, json);
  const { decision: sent } = read(z.object({ decision: z.unknown() }), json);
  const decision = decisionSchema.safeParse(sent);
  const at = positionOf(desk.index, id);
  const here: Place = { id, path };
  if (!decision.success) {
    const reason = decision.error.issues.map(({ message }) => message).join(' ');
    return refused(desk, query, at ? here : nextOf(desk.index, query, null), new Refusal(reason));
  }
  // Where the next one is, before this one leaves the queue.
  const position: Position | null = at;
  try {
    const { made } = await decide(desk, { id, path, version }, decision.data);
    const place = made ? positionOf(desk.index, made) : nextOf(desk.index, query, position);
    return { html: fragmentOf(desk, query, place, null) };
  } catch (error) {
    return refused(desk, query, positionOf(desk.index, id) ?? nextOf(desk.index, query, position), error);
  }
}

/** Shows why nothing was done, with the statement as it is now. */
function refused(desk: Desk, query: Query, place: Place | null, error: unknown): Answer {
  if (error instanceof ChangedMeanwhile) return { status: 409, html: fragmentOf(desk, query, place, error.message) };
  if (error instanceof Refusal) return { status: 422, html: fragmentOf(desk, query, place, error.message) };
  throw error;
}

function read<T>(schema: z.ZodType<T>, json: unknown): T {
  const result = schema.safeParse(json);
  if (!result.success) throw new RefusedRequest(400, 'The desk does not understand this request. Reload the page.');
  return result.data;
}

function raise(): never {
  throw new Refusal('This statement is not in the queue.');
}
