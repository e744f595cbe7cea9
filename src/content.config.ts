import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articlesLoader, formerLoader, speakersLoader } from './archive/loader.ts';
import type { FormerAddress } from './archive/former.ts';
import type { Article, Speaker } from './archive/types.ts';

// The entries come checked from the loader, with the file and line of what is wrong; here they only get their types.
export const collections = {
  articles: defineCollection({ loader: articlesLoader(), schema: z.custom<Article>() }),
  former: defineCollection({ loader: formerLoader(), schema: z.custom<{ former: FormerAddress[] }>() }),
  speakers: defineCollection({ loader: speakersLoader(), schema: z.custom<Speaker>() }),
};
