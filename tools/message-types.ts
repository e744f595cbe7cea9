import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { elementsOf, valuesOf } from '../src/content/words/check-message.ts';
import { english } from '../src/content/words/read-words.ts';

/** The file that says what each text of the interface needs. */
export const MESSAGE_TYPES = 'src/words/messages.ts';

/** The types of the texts in `src/words/en.yaml`: the values that each needs, and the elements that it has. */
export async function messageTypes(): Promise<string> {
  const fields = Object.entries(english().messages).map(([key, message]) => {
    const parameters = [valuesOf(message), elementsOf(message)].map(union);
    const needs = parameters[1] === 'never' ? parameters.slice(0, 1) : parameters;
    return `  '${key}': Message${needs.join() === 'never' ? '' : `<${needs.join(', ')}>`};\n`;
  });
  const source = `/** What a text needs: its values, and its elements, such as links. */
interface Message<Values extends string = never, Elements extends string = never> {
  values: Values;
  elements: Elements;
}

/** The texts of the interface. \`npm run words\` writes this file from \`en.yaml\`. */
export interface Messages {
${fields.join('')}}
`;
  return format(source, { ...(await resolveConfig(MESSAGE_TYPES)), filepath: MESSAGE_TYPES });
}

const union = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ') || 'never';

if (import.meta.main) writeFileSync(MESSAGE_TYPES, await messageTypes());
