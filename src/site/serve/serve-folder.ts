import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { answerRequests } from './answer-requests.ts';

/** What is served, and where. */
export interface Serving {
  folder: string;
  /** The path under which the site is served, without the closing slash. */
  base: string;
  port: number;
  /** Whether another free port will do when this one is in use. */
  orAnyPort: boolean;
}

/**
 * Serves a folder on this machine only, until the process ends, and returns the port.
 *
 * @throws when the port cannot be used
 */
export async function serveFolder({ folder, base, port, orAnyPort }: Serving): Promise<number> {
  const server = createServer(answerRequests(folder, base));
  try {
    await listen(server, port);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' || !orAnyPort) {
      throw new Error(`Cannot serve on port ${port}: ${message}. Choose another with \`--port\`.`, { cause: error });
    }
    await listen(server, 0);
  }
  // What fails from here on is the acceptance of one connection, which must not end the process.
  server.on('error', () => undefined);
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, 'localhost');
  await once(server, 'listening');
}
