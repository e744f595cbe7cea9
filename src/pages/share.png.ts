import type { APIRoute } from 'astro';
import { shareImage } from '../site/images/share-image.ts';
import { site } from '../site/site.ts';

/** The image that links to the archive are shown with elsewhere: its title, or the mark alone where no font has it. */
export const GET: APIRoute = async () => {
  const { title, description, baseUrl } = site;
  const card = { words: title, isQuoted: true, speaker: description, date: '', archive: new URL(baseUrl).host };
  return new Response((await shareImage(card)) ?? (await shareImage({ ...card, words: '', speaker: '' })));
};
