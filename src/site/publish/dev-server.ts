import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../../base/problem.ts';
import { readSettings } from '../../base/settings.ts';
import { rootOf } from './work-paths.ts';

/**
 * Lets Astro's development server show the content: brings the catalogue up to date before a page is rendered, and
 * answers for the files that are not pages. A problem in the content is shown instead of every page.
 */
export function devServer(): AstroIntegration {
  return {
    name: 'verbatim-dev-server',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command === 'dev') updateConfig({ base: rootOf(readSettings()) });
      },
      'astro:server:setup': async ({ server }) => {
        // It reads the content when it is loaded, which other commands of Astro need not.
        const { DevContent } = await import('./dev-content.ts');
        const content = new DevContent(readSettings());
        server.watcher.add(content.folder);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(content.folder)) content.isStale = true;
        });
        server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
          content.answer(request.url ?? '/', response).then(
            (isAnswered) => {
              if (!isAnswered) next();
            },
            (error: unknown) => {
              sendProblems(response, error);
            },
          );
        });
      },
    },
  };
}

/** Shows what is wrong with the content, with file and line, as plain text. */
function sendProblems(response: ServerResponse, error: unknown): void {
  response.statusCode = 500;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  const message = error instanceof Error ? error.message : String(error);
  response.end(error instanceof ContentError ? `The content has problems:\n\n${message}\n` : `${message}\n`);
}
