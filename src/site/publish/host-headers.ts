const ANY_ORIGIN = 'Access-Control-Allow-Origin: *';
const YEAR = 'public, max-age=31536000, immutable';

/**
 * The content of `_headers`, which Netlify, Cloudflare Pages and others read. The Content-Security-Policy is in the pages
 * themselves, for hosts that do not read this file; what a page cannot declare itself (`frame-ancestors`) is here.
 *
 * @param base the path under which the site is served, without the closing slash
 */
export function hostHeaders(base: string): string {
  const rules: [path: string, fields: string[]][] = [
    [
      '/*',
      [
        "Content-Security-Policy: frame-ancestors 'none'",
        'X-Content-Type-Options: nosniff',
        'Referrer-Policy: strict-origin-when-cross-origin',
        'Permissions-Policy: camera=(), geolocation=(), microphone=()',
        'Cross-Origin-Opener-Policy: same-origin',
      ],
    ],
    ['/_astro/*', [`Cache-Control: ${YEAR}`]],
    ['/statement-index/*', [`Cache-Control: ${YEAR}`]],
    ['/words/*', [`Cache-Control: ${YEAR}`]],
    ['/pagefind/fragment/*', [`Cache-Control: ${YEAR}`]],
    ['/pagefind/index/*', [`Cache-Control: ${YEAR}`]],
    ['/*.ndjson', [ANY_ORIGIN, 'Content-Type: application/x-ndjson; charset=utf-8']],
    ['/*.csv', [ANY_ORIGIN, 'Content-Type: text/csv; charset=utf-8']],
    ['/*.jsonld', [ANY_ORIGIN, 'Content-Type: application/ld+json']],
    ['/*.json', [ANY_ORIGIN]],
  ];
  return rules.map(([path, fields]) => [base + path, ...fields.map((field) => `  ${field}`), ''].join('\n')).join('\n');
}
