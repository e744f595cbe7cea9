import { z } from 'zod';
import { Refusal } from '../../record/refusal.ts';
import { ChangedMeanwhile, type Desk } from '../desk.ts';
import { GROUP_KINDS, settle } from '../groups.ts';
import { groupsPage } from '../pages/groups-page.ts';
import { querySchema } from '../queue/queue.ts';
import { type DeskRequest, RefusedRequest } from './request.ts';
import type { Answer } from './serve-desk.ts';

const answerSchema = z.object({ kind: z.enum(GROUP_KINDS), answer: z.enum(['accept', 'none']), digest: z.string() });

/** The groups of statements that one decision settles. */
export async function answerGroups(
  { method, url, form }: DeskRequest,
  desk: Desk,
  token: string,
): Promise<Answer | null> {
  if (url.pathname !== '/groups') return null;
  const frame = { desk, token, address: '/groups' };
  if (method === 'GET') {
    await desk.refresh();
    return { html: groupsPage(frame, null) };
  }
  const fields = Object.fromEntries(form);
  const sent = answerSchema.safeParse(fields);
  if (!sent.success) throw new RefusedRequest(400, 'The desk does not understand this request. Reload the page.');
  const { kind, answer, digest } = sent.data;
  try {
    const told = await settle(desk, { kind, query: querySchema.parse(fields) }, answer, digest);
    return { html: groupsPage(frame, `${told}.`) };
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return { status: 409, html: groupsPage(frame, error.message) };
    if (error instanceof Refusal) return { status: 422, html: groupsPage(frame, error.message) };
    throw error;
  }
}
