import { readText } from '../archive/content-file.ts';
import { readSettings } from '../archive/settings.ts';
import { runCommand } from './command.ts';
import { Recorder } from './recorder.ts';
import { accept, confirm, listUnsure } from './review.ts';

const USAGE = `Usage: npm run record
       npm run record -- --unsure
       npm run record -- --confirm ID... | --confirm --file FILE
       npm run record -- --accept ID... [--why "REASON"]

Finds the statements of every article, adds new ones to the record beside it (NAME.statements.yaml), makes files for
speakers that are new, and adds every new address to the ledger. What an editor wrote is kept. A run with nothing new
changes no file.

--unsure   lists the statements that need an eye, least sure first, each with its sentence
--confirm  marks statements as seen by an editor; FILE holds one id a line
--accept   gives statements whose words changed in the article its words of now; their addresses stay, and the old
           words stand in their history with today's date and REASON`;

const options = {
  unsure: { type: 'boolean' },
  confirm: { type: 'boolean' },
  accept: { type: 'boolean' },
  file: { type: 'string' },
  why: { type: 'string' },
} as const;

await runCommand(USAGE, { options, allowPositionals: true }, ({ values, positionals }) => {
  const { content } = readSettings();
  const ids = [...positionals, ...(values.file === undefined ? [] : idsIn(values.file))];
  const modes = [values.unsure, values.confirm, values.accept].filter(Boolean).length;
  const takesIds = values.confirm === true || values.accept === true;
  if (modes > 1) throw new Error(`Give only one of --unsure, --confirm and --accept.\n\n${USAGE}`);
  if (takesIds !== ids.length > 0)
    throw new Error(`${takesIds ? 'Name at least one id.' : `Ids go with --confirm or --accept.`}\n\n${USAGE}`);
  if (values.confirm) confirm(content, ids);
  else if (values.accept) accept(content, ids, values.why ?? 'The words of the article were changed.');
  else if (values.unsure) listUnsure(content);
  else new Recorder(content).run();
});

/** The ids of a file, one a line. */
function idsIn(path: string): string[] {
  const { text, problems } = readText(path);
  if (problems.length > 0)
    throw new Error(`The file \`${path}\` cannot be read as text. Name a file of ids, one a line.`);
  return text.split(/\s+/).filter((line) => line !== '');
}
