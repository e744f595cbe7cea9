import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findStatements } from '../find/find-statements.ts';
import { defineCommand, runCommand } from './command.ts';

const USAGE = `Usage: npm run --silent find -- DIR [--reported [--more]]

Finds the statements in every .txt file below DIR (plain text, one paragraph a line) and prints one JSON object a file:
{"id", "quotes": [{"start", "end", "source", "cue", "speaker", "sure", "confidence", "statement"}]}. Offsets count
UTF-16 units of the file as it lies on disk; parts of one statement have equal \`statement\`. Statements in double
quotation marks only; with --reported, those that are reported without marks, and with --more also those that are less clear.`;

export const find = defineCommand(
  USAGE,
  { allowPositionals: true, options: { reported: { type: 'boolean' }, more: { type: 'boolean' } } },
  ({ positionals, values }, { print }) => {
    const [folder] = positionals;
    if (values.more && !values.reported) throw new Error(`--more goes with --reported.\n\n${USAGE}`);
    if (!folder || positionals.length > 1) throw new Error(`Name one folder of text files.\n\n${USAGE}`);
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new Error(`\`${folder}\` is not a folder. Name the one that contains the .txt files.`);
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.txt'));
    if (files.length === 0) throw new Error(`There is no .txt file in \`${folder}\`.`);
    for (const file of files.toSorted()) {
      const text = readFileSync(join(folder, file), 'utf8');
      const statements = findStatements(text).filter(({ marks, type, isClear }) =>
        values.reported ? type === 'reported' && (isClear || values.more) : marks === 'double',
      );
      const quotes = statements.flatMap(({ spans, quoted, source, cue, who, isSure, confidence }, statement) =>
        (values.reported ? spans : quoted).map((span) => ({
          ...span,
          source,
          cue,
          speaker: who?.name ?? null,
          sure: isSure,
          confidence: Number(confidence.toFixed(3)),
          statement,
        })),
      );
      print(JSON.stringify({ id: basename(file, '.txt'), quotes }));
    }
  },
);

if (import.meta.main) await runCommand(find);
