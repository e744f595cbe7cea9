/** A statement that a reader collected, as the browser keeps it. */
export interface Collected {
  id: string;
  /** The address of its article's data. */
  json: string;
  /** Its first words, to be known again by. */
  words: string;
}

/** Archives under one host keep what was collected apart by their paths. */
const key = (root: string): string => `verbatim:collected:${root}`;

/** What was collected, oldest first; nothing where the browser keeps nothing, or something else stands there. */
export function readCollected(root: string): Collected[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(root)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCollected).filter(({ json }) => isOwn(json, root)) : [];
  } catch {
    return [];
  }
}

/** Keeps what is collected; tells whether the browser does. */
export function writeCollected(root: string, collected: readonly Collected[]): boolean {
  try {
    localStorage.setItem(key(root), JSON.stringify(collected));
    return true;
  } catch {
    return false;
  }
}

function isCollected(value: unknown): value is Collected {
  const { id, json, words } = (value ?? {}) as Record<string, unknown>;
  return [id, json, words].every((part) => typeof part === 'string');
}

/** Whether an address is of data of this archive: the browser's store may contain anything. */
function isOwn(json: string, root: string): boolean {
  return (
    json.startsWith(root) &&
    URL.canParse(json, location.origin) &&
    new URL(json, location.origin).origin === location.origin
  );
}
