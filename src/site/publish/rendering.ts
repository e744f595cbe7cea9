import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { OnProgress } from '../../base/progress.ts';
import { parseUnit, type Unit } from '../../catalogue/units.ts';
import { WorkerPool } from '../../base/workers.ts';
import type { PageProgram } from './compile-pages.ts';
import type { MadeUnit, RenderingTask } from './render-units.ts';
import type { SiteFolder } from './site-folder.ts';

/** How many units a worker makes at a time. */
const AT_A_TIME = 16;

/** Fewer units than this are made sooner by this process than workers start. */
const WORTH_WORKERS = 256;

const SCRIPT = new URL('./render-units.ts', import.meta.url);

/** Makes the files of units, on all cores if there are many. */
export class Rendering {
  readonly #site: SiteFolder;
  readonly #task: Omit<RenderingTask, 'units'>;
  readonly #onProgress: OnProgress | undefined;
  /** Whether any file was made. */
  hasMade = false;
  #pool: WorkerPool<RenderingTask, MadeUnit[]> | undefined;

  /** @param catalogue the path of the catalogue from which pages are made */
  constructor(site: SiteFolder, { entry }: PageProgram, catalogue: string, onProgress?: OnProgress) {
    this.#onProgress = onProgress;
    // Pages and workers read it from the environment.
    process.env['VERBATIM_CATALOGUE'] = catalogue;
    this.#site = site;
    this.#task = { program: pathToFileURL(entry).href, known: site.record.path, folder: site.incoming };
  }

  /**
   * Makes the files of units.
   *
   * @param total how many units there are
   * @returns the days of the articles among them
   */
  async make(units: Iterable<Unit>, total: number): Promise<Set<string>> {
    const days = new Set<string>();
    let done = 0;
    this.hasMade = true;
    const take = (made: readonly MadeUnit[]): void => {
      this.#onProgress?.('Making pages of articles, speakers and lists', (done += made.length), total);
      for (const { unit, files } of made) {
        this.#site.record.add(unit, files);
        const [kind, name] = parseUnit(unit);
        if (kind === 'article') days.add(name.slice(1, 'YYYY-MM-DD/'.length).replaceAll('/', '-'));
      }
    };
    const tasks = this.#tasksOf(units);
    const first = Array.from({ length: WORTH_WORKERS / AT_A_TIME }, () => tasks.next()).flatMap(({ value, done }) =>
      done ? [] : [value],
    );
    if (!this.#pool && first.length < WORTH_WORKERS / AT_A_TIME) {
      const { default: renderUnits } = await import('./render-units.ts');
      for (const task of first) take(await renderUnits(task));
    } else {
      this.#pool ??= new WorkerPool(SCRIPT, availableParallelism());
      await this.#pool.run(concat(first, tasks), take);
    }
    return days;
  }

  async end(): Promise<void> {
    await this.#pool?.end();
  }

  *#tasksOf(units: Iterable<Unit>): Generator<RenderingTask, undefined> {
    let part: Unit[] = [];
    for (const unit of units) {
      part.push(unit);
      if (part.length < AT_A_TIME) continue;
      yield { ...this.#task, units: part };
      part = [];
    }
    if (part.length > 0) yield { ...this.#task, units: part };
    return undefined;
  }
}

function* concat<T>(...all: Iterable<T>[]): Generator<T> {
  for (const part of all) yield* part;
}
