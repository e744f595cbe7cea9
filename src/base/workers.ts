import { Tinypool } from 'tinypool';

/** Worker processes that do tasks. */
export class WorkerPool<Task, Result> {
  readonly #pool: Tinypool;
  readonly #workers: number;

  /** @param script a module whose default export does a task */
  constructor(script: URL, workers: number) {
    this.#workers = workers;
    this.#pool = new Tinypool({
      filename: script.href,
      runtime: 'child_process',
      minThreads: workers,
      maxThreads: workers,
      isolateWorkers: false,
      env: { ...process.env } as Record<string, string>,
    });
  }

  /**
   * Does tasks, and takes each result as soon as it is there.
   *
   * @throws the first error of a task
   */
  async run(tasks: Iterable<Task> | AsyncIterable<Task>, take: (result: Result) => void): Promise<void> {
    const next = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
    const work = async (): Promise<void> => {
      for (let task = await next.next(); !task.done; task = await next.next()) take(await this.#do(task.value));
    };
    await Promise.all(Array.from({ length: this.#workers }, work));
  }

  async #do(task: Task): Promise<Result> {
    try {
      return (await this.#pool.run(task)) as Result;
    } catch (error) {
      // An error of another process arrives as an object with its message.
      throw new Error((error as Error).message, { cause: error });
    }
  }

  async end(): Promise<void> {
    await this.#pool.destroy();
  }
}
