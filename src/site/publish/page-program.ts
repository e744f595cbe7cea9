import { createApp } from 'astro/app/entrypoint';

const app = createApp({ streaming: false });
const renderError = app.renderError.bind(app);

// An error of a page must reach the publisher, not become a page of its own.
app.renderError = (request, options) => {
  const { error } = options;
  if (error) throw error instanceof Error ? error : new Error(JSON.stringify(error));
  return renderError(request, options);
};

/** Renders the page at an absolute URL. This is what Astro compiles all pages into. */
export const render = (url: string): Promise<Response> => app.render(new Request(url));
