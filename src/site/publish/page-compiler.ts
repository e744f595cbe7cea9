import type { AstroIntegration } from 'astro';

/** An Astro adapter that compiles pages to a program that renders any of them by its address (`page-program.ts`). */
export function pageCompiler(): AstroIntegration {
  return {
    name: 'verbatim-page-compiler',
    hooks: {
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'verbatim-page-compiler',
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- only its other value is
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./page-program.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
        });
      },
    },
  };
}
