import { parseSpeakerId } from '../../base/ids.ts';
import { speakerSchema } from '../../content/speaker-file.ts';
import type { Speaker } from '../../content/types.ts';
import { attributeEntry } from '../../record/decisions.ts';
import type { StagedFiles } from '../../record/content-files.ts';
import { Refusal } from '../../record/refusal.ts';
import { type SpeakerFields, SpeakerEditor } from '../../record/edit-speakers.ts';
import type { Desk } from '../desk.ts';
import type { Frame } from '../pages/frame.ts';
import { previewPage } from '../pages/preview-page.ts';
import { speakerOptions } from '../pages/speaker-options.ts';
import { speakerPage } from '../pages/speaker-page.ts';
import { speakersPage } from '../pages/speakers-page.ts';
import { previewOrDo } from '../preview.ts';
import { placesOf } from '../queue/queue.ts';
import type { DeskRequest } from './request.ts';
import type { Answer } from './serve-desk.ts';

/** An act on a speaker: what it is called, and what it does to files. Returns the id that the speaker has then. */
interface SpeakerAct {
  title: (speaker: Speaker) => string;
  stage: (context: { desk: Desk; speaker: Speaker; form: URLSearchParams; files: StagedFiles }) => void;
}

const ACTS: Record<string, SpeakerAct> = {
  fields: {
    title: ({ name }) => `Change ${name}`,
    stage: ({ desk, speaker, form, files }) => {
      new SpeakerEditor(desk.content, files).write(speaker.id, fieldsOf(form));
    },
  },
  merge: {
    title: ({ name }) => `Merge ${name}`,
    stage: ({ desk, speaker, form, files }) => {
      const into = parseSpeakerId((form.get('into') ?? '').trim());
      if (!into || !desk.state.speaker(into))
        throw new Refusal(`There is no speaker \`${form.get('into') ?? ''}\`. Choose one of the list.`);
      new SpeakerEditor(desk.content, files).merge(speaker.id, into);
    },
  },
  rename: {
    title: ({ name }) => `Give ${name} another id`,
    stage: ({ desk, speaker, form, files }) => {
      const { state } = desk;
      const isUsed = (id: Speaker['id']): boolean => state.speaker(state.idOf(id)) !== undefined;
      new SpeakerEditor(desk.content, files).rename(speaker.id, (form.get('id') ?? '').trim(), state.ledger, isUsed);
    },
  },
  split: {
    title: ({ name }) => `Split ${name}`,
    stage: ({ desk, speaker, form, files }) => {
      const chosen = new Set(form.getAll('statement'));
      const places = placesOf(desk.index, { queue: 'all', speaker: speaker.id }).filter(({ id }) => chosen.has(id));
      const name = (form.get('name') ?? '').trim();
      if (places.length === 0) throw new Refusal('No statement is chosen. Choose those that are by somebody else.');
      if (name === '') throw new Refusal('Nobody is named. Write whose statements these are.');
      const kind = form.get('kind') === 'organisation' ? 'organisation' : 'person';
      const editing = desk.editing(files);
      const id = editing.speakers.acceptName(name, kind);
      if (!id)
        throw new Refusal(`\`${name}\` cannot become a speaker: its id is or was in use. Add a word to the name.`);
      desk.stageStatements(files, places, (entry) => {
        attributeEntry(entry, { speaker: id }, { role: entry.statement.role }, editing);
      });
    },
  },
};

/** The speakers: a list, a page each, and what can be done with one; every act is shown before it is done. */
export async function answerSpeakers(
  { method, url, form }: DeskRequest,
  desk: Desk,
  token: string,
): Promise<Answer | null> {
  const [, room, name, act] = url.pathname.split('/');
  if (room !== 'speakers') return null;
  const frame: Frame = { desk, token, address: '/speakers' };
  if (method === 'GET' && name === 'find') return { html: speakerOptions(desk, url.searchParams.get('q') ?? '') };
  if (method === 'GET') await desk.refresh();
  if (name === undefined) return { html: speakersPage(frame, null) };
  const id = parseSpeakerId(name);
  const speaker = id ? desk.state.speaker(desk.state.idOf(id)) : undefined;
  const own = id ? (desk.state.speaker(id) ?? speaker) : undefined;
  if (!own) return { status: 404, html: speakersPage(frame, `There is no speaker \`${name}\`.`) };
  if (method === 'GET') return { html: speakerPage(frame, own, null) };
  const known = ACTS[act ?? ''];
  return known ? await doAct(frame, own, act ?? '', known, form) : null;
}

async function doAct(
  frame: Frame,
  speaker: Speaker,
  name: string,
  { title, stage }: SpeakerAct,
  form: URLSearchParams,
): Promise<Answer> {
  const { desk } = frame;
  try {
    const preview = await previewOrDo(desk, title(speaker), form.get('seen'), (files) => {
      stage({ desk, speaker, form, files });
    });
    if (preview === null) {
      const now = desk.state.speaker(desk.state.idOf(speaker.id));
      return { location: now ? `/speakers/${now.id}` : '/speakers' };
    }
    return { html: previewPage(frame, title(speaker), preview, `/speakers/${speaker.id}/${name}`, [...form]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // What the editor typed stays in the form.
    const typed = name === 'fields' ? { ...speaker, ...(writtenFields(form) as SpeakerFields) } : speaker;
    return { status: 422, html: speakerPage(frame, typed, error.message) };
  }
}

/** The fields of a speaker as the form has them, unchecked; rows without anything are left out. */
function writtenFields(form: URLSearchParams): object {
  const rows = (...names: string[]): Record<string, string>[] =>
    form.getAll(names[0] ?? '').flatMap((_, index) => {
      const row = names.map((name) => [name, (form.getAll(name)[index] ?? '').trim()] as const);
      return row.every(([, value]) => value === '')
        ? []
        : [Object.fromEntries(row.filter(([, value]) => value !== ''))];
    });
  return {
    name: (form.get('name') ?? '').trim(),
    kind: form.get('kind'),
    otherNames: (form.get('otherNames') ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    roles: rows('title', 'organisation', 'from', 'to', 'source'),
    sameAs: rows('url', 'urlSource').map(({ urlSource, ...same }) => ({ ...same, source: urlSource })),
  };
}

function fieldsOf(form: URLSearchParams): SpeakerFields {
  const { data, error } = speakerSchema.safeParse(writtenFields(form));
  if (!data) throw new Refusal(error.issues.map(({ path, message }) => `\`${path.join('.')}\`: ${message}`).join(' '));
  const { name, kind, otherNames, roles, sameAs } = data;
  return { name, kind, otherNames, roles, sameAs };
}
