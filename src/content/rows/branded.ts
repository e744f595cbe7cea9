import type { z } from 'zod';

/** A schema of text, as one of a branded type such as `Day`; in JSON Schema it stays a string. */
export const branded = <T extends string>(schema: z.ZodType<string>): z.ZodType<T, T> =>
  schema as unknown as z.ZodType<T, T>;
