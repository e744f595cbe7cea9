import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articlesLoader, factsLoader, type PublicFacts, speakersLoader } from './site/archive/loader.ts';
import type { Article, Speaker } from './content/types.ts';

// The entries come checked from the loader, with the file and line of what is wrong; here they only get their types.
export const collections = {
  articles: defineCollection({ loader: articlesLoader(), schema: z.custom<Article>() }),
  facts: defineCollection({ loader: factsLoader(), schema: z.custom<PublicFacts>() }),
  speakers: defineCollection({ loader: speakersLoader(), schema: z.custom<Speaker>() }),
};
