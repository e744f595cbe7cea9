/** What the desk answered: HTML for the page, or why it did not answer. */
export type Answered = { html: string } | { failure: string };

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name=desk-token]')?.content ?? '';

/** Asks the desk to do something, and returns what the page shows then. */
export async function askDesk(address: string, body: unknown): Promise<Answered> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Desk-Token': token() },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    const isPage = response.headers.get('Content-Type')?.startsWith('text/html') ?? false;
    return isPage ? { html: text } : { failure: text.trim() };
  } catch {
    return {
      failure: 'The desk does not answer. Start it again with `npm run desk`; everything before this act is saved.',
    };
  }
}
