import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { answerRequests } from './answer-requests.ts';

/** What is served, and where. */
export interface Serving {
  folder: string;
  /** The path under which the site is served, without the trailing slash. */
  base: string;
  port: number;
  /** Whether any free port will do if this one is in use. */
  orAnyPort: boolean;
}

/**
 * Serves a folder on this machine only, until the process ends, and returns the port.
 *
 * @throws if the port cannot be used
 */
export async function serveFolder({ folder, base, port, orAnyPort }: Serving): Promise<number> {
  return await listenHere(createServer(answerRequests(folder, base)), port, orAnyPort);
}

/**
 * Lets a server listen on this machine only, and returns the port.
 *
 * @param orAnyPort whether any free port will do if this one is in use
 * @throws if the port cannot be used
 */
export async function listenHere(server: Server, port: number, orAnyPort: boolean): Promise<number> {
  try {
    await listen(server, port);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' || !orAnyPort) {
      throw new Error(`Cannot serve on port ${port}: ${message}. Choose another with \`--port\`.`, { cause: error });
    }
    await listen(server, 0);
  }
  // An error from here on concerns a single connection, which must not end the process.
  server.on('error', () => undefined);
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, 'localhost');
  await once(server, 'listening');
}
