/** A statement that a reader collected, as the browser stores it. */
export interface Collected {
  id: string;
  /** The address of its article's data. */
  json: string;
  /** Its first words, for the list. */
  words: string;
}

/** Archives on the same host have different paths, which keep their collections apart. */
const key = (root: string): string => `verbatim:collected:${root}`;

/** The collected statements, oldest first; empty if the browser stores nothing, or something else under this key. */
export function readCollected(root: string): Collected[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(root)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isCollected).filter(({ json }) => isOwn(json, root)) : [];
  } catch {
    return [];
  }
}

/** Stores the collection; returns whether the browser allows it. */
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

/** Whether an address is of data of this archive: the browser's storage may contain anything. */
function isOwn(json: string, root: string): boolean {
  return (
    json.startsWith(root) &&
    URL.canParse(json, location.origin) &&
    new URL(json, location.origin).origin === location.origin
  );
}
