import { readSettings } from '../archive/settings.ts';
import { runCommand } from './command.ts';
import { Recorder } from './recorder.ts';

const USAGE = `Usage: npm run record

Finds the statements of every article, adds new ones to the record beside it (NAME.statements.yaml), makes files for
speakers that are new, and adds every new address to the ledger. What an editor wrote is kept. A run with nothing new
changes no file.`;

await runCommand(USAGE, { options: {} }, () => {
  new Recorder(readSettings().content).run();
});
