/** How many suggestions are asked for at a time is for the desk to say; this is how long to wait for the next letter, in milliseconds. */
const PAUSE = 60;

/**
 * The field in which an editor looks for a speaker: suggestions come as one types, arrow keys move among them, Enter takes
 * one. Whoever is typed is always among them, as somebody new.
 */
export class SpeakerChoice {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #take: (option: HTMLElement) => void;
  #asked = 0;
  /** Resolves once the suggestions are those for what is typed. */
  #suggestions: Promise<void> = Promise.resolve();

  constructor(dialog: HTMLElement, take: (option: HTMLElement) => void) {
    this.#input = dialog.querySelector<HTMLInputElement>('#speaker-name') ?? document.createElement('input');
    this.#list = dialog.querySelector<HTMLElement>('#speaker-list') ?? document.createElement('ul');
    this.#take = take;
    this.#input.addEventListener('input', () => {
      this.#suggestions = this.#suggest(PAUSE);
    });
    this.#input.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option) take(option);
    });
    this.#input.select();
    this.#suggestions = this.#suggest(0);
  }

  async #suggest(pause: number): Promise<void> {
    const asked = ++this.#asked;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    if (asked !== this.#asked) return;
    const response = await fetch(`/speakers/find?${new URLSearchParams({ q: this.#input.value }).toString()}`);
    const html = await response.text();
    if (asked !== this.#asked || !response.ok) return;
    this.#list.innerHTML = html;
    this.#choose(0);
  }

  #press(event: KeyboardEvent): void {
    const options = this.#options();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#choose(
        (options.findIndex((option) => option.ariaSelected === 'true') + step + options.length) % options.length,
      );
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.#taken();
  }

  /** Takes the chosen suggestion, once these are for all that was typed. */
  async #taken(): Promise<void> {
    let waited;
    do {
      waited = this.#suggestions;
      await waited;
    } while (waited !== this.#suggestions);
    const option = this.#options().find((one) => one.ariaSelected === 'true');
    if (option) this.#take(option);
  }

  #choose(index: number): void {
    this.#options().forEach((option, at) => {
      option.ariaSelected = String(at === index);
      if (at !== index) return;
      this.#input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    });
  }

  #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
  }
}
