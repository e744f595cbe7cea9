import { askDesk } from './ask-desk.ts';
import { SpeakerChoice } from './choose-speaker.ts';
import { Marking, type Purpose } from './marking.ts';
import { showHighlights } from './show-highlights.ts';
import { readShown, selectedSpan, type Shown } from './shown-statement.ts';

/** The keys and buttons of the queue: each is an act that the desk does, and answers with what is shown next. */
export class QueueControls {
  readonly #queue: HTMLElement;
  #shown: Shown | null = null;
  #marking: Marking | null = null;
  /** The dialog in which a speaker is chosen, once it was opened. */
  #choosing: HTMLElement | null = null;
  /** Acts are done one after the other, in the order of the keys. */
  #doing: Promise<void> = Promise.resolve();

  constructor(queue: HTMLElement) {
    this.#queue = queue;
  }

  start(): void {
    this.#take();
    document.addEventListener('keydown', (event) => {
      this.#press(event);
    });
    document.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button, [data-close]') : null;
      // The second click of a double click would decide on a statement that nobody has seen.
      if (button && event.detail < 2) this.#after(() => (button.isConnected ? this.#activate(button) : undefined));
    });
    document.addEventListener('submit', (event) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.dataset['day'] === undefined) return;
      event.preventDefault();
      const said = new FormData(event.target).get('day');
      this.#decide({ act: 'day', said, basis: 'editor' });
    });
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const dialog = document.querySelector('dialog[open]');
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (isTyping) return;
    if (this.#marking) {
      this.#pressMarking(event, this.#marking);
      return;
    }
    // A key that is held down decides once.
    if (event.repeat) return;
    const key = CSS.escape(event.key);
    const scope = dialog ?? this.#queue;
    const button = scope.querySelector<HTMLElement>(`[data-key="${key}"]`);
    if (!button) return;
    event.preventDefault();
    this.#after(() => {
      // What the key means now: another statement may be shown since it was pressed.
      const now = scope.isConnected ? scope.querySelector<HTMLElement>(`[data-key="${key}"]`) : null;
      return now ? this.#activate(now) : undefined;
    });
  }

  #pressMarking(event: KeyboardEvent, marking: Marking): void {
    if (marking.press(event.key, event.shiftKey)) {
      event.preventDefault();
      this.#say(marking.words);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#marking = null;
      this.#decide({ act: marking.purpose, spans: marking.spans });
    } else if (event.key === 'Escape') {
      this.#marking = null;
      marking.end();
      this.#say('Cancelled.');
    }
  }

  #activate(button: HTMLElement): Promise<void> | undefined {
    const { decision, open, go, undo, mark, close } = button.dataset;
    if (close !== undefined) button.closest('dialog')?.close();
    else if (open !== undefined) this.#open(open);
    else if (mark !== undefined) this.#mark(mark as Purpose);
    else if (decision !== undefined) return this.#decideNow(JSON.parse(decision));
    else if (undo !== undefined) return this.#ask('/undo', { undo: undo === '' ? null : Number(undo) });
    else if (go !== undefined && this.#shown) return this.#ask('/go', { go, id: this.#shown.id });
    return undefined;
  }

  #open(id: string): void {
    const dialog = document.getElementById(id);
    if (!(dialog instanceof HTMLDialogElement)) return;
    dialog.showModal();
    if (id !== 'speaker' || this.#choosing === dialog) return;
    this.#choosing = dialog;
    new SpeakerChoice(dialog, (option) => {
      this.#takeSpeaker(dialog, option);
    });
  }

  /** A speaker that was chosen, with the role and the reason that stand beside the list. */
  #takeSpeaker(dialog: HTMLElement, option: HTMLElement): void {
    const field = (name: string): string =>
      dialog.querySelector<HTMLInputElement>(`#speaker-${name}`)?.value.trim() ?? '';
    const [role, why] = [field('role'), field('why')];
    const who: unknown = JSON.parse(option.dataset['who'] ?? '{}');
    this.#decide({ act: 'speaker', who, ...(role ? { role } : {}), ...(why ? { why } : {}) });
  }

  /** Marks the words that are selected; if none are, arrow keys mark some. */
  #mark(purpose: Purpose): void {
    if (!this.#shown) return;
    const selected = selectedSpan(this.#shown);
    if (selected) {
      this.#decide({ act: purpose, spans: [selected] });
      return;
    }
    this.#marking = new Marking(this.#shown, purpose);
    (document.activeElement as HTMLElement | null)?.blur();
    this.#say(`${this.#marking.words}. Arrow keys change it, Enter saves, Escape cancels.`);
  }

  #decide(decision: unknown): void {
    this.#after(() => this.#decideNow(decision));
  }

  #decideNow(decision: unknown): Promise<void> | undefined {
    if (!this.#shown) return undefined;
    const { id, path, version } = this.#shown;
    return this.#ask('/decide', { id, path, version, decision });
  }

  #after(act: () => Promise<void> | undefined): void {
    this.#doing = this.#doing.then(act);
  }

  async #ask(address: string, body: unknown): Promise<void> {
    const answered = await askDesk(address + location.search, body);
    if ('failure' in answered) {
      this.#say(answered.failure, true);
      return;
    }
    this.#queue.innerHTML = answered.html;
    this.#take();
    this.#queue.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    this.#say(
      this.#queue.querySelector('[role=alert]') ? '' : (this.#queue.querySelector('.progress')?.textContent ?? ''),
    );
  }

  /** Takes up the statement that the page shows now. */
  #take(): void {
    this.#marking = null;
    this.#shown = readShown(this.#queue);
    if (!this.#shown) return;
    showHighlights(this.#shown);
    const address = new URL(location.href);
    address.searchParams.set('at', this.#shown.id);
    history.replaceState(null, '', address);
  }

  /** Says something to those who do not see the page or, if it is important, to everybody. */
  #say(words: string, isImportant = false): void {
    const said = document.getElementById('said');
    if (!said) return;
    said.textContent = words;
    said.classList.toggle('visually-hidden', !isImportant);
  }
}
