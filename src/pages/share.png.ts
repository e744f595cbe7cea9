import type { APIRoute } from 'astro';
import { shareImage } from '../site/images/share-image.ts';
import { site } from '../site/site.ts';

/** The preview image for links to the archive: its title, or only the mark if no font can show the title. */
export const GET: APIRoute = async () => {
  const { title, description, baseUrl } = site;
  const card = { words: title, isQuoted: true, speaker: description, date: '', archive: new URL(baseUrl).host };
  return new Response((await shareImage(card)) ?? (await shareImage({ ...card, words: '', speaker: '' })));
};
