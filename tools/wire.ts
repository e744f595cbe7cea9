import { gzipSync } from 'node:zlib';

/** Files that are compressed already. */
const PACKED = /\.(?:woff2|png|pagefind)$|\.pf_|pagefind\.[\w.]*wasm/;

/** What a response weighs over the wire: as the hosts that `_headers` is for send it, texts with gzip. */
export const wireSize = (url: string, body: Buffer): number => (PACKED.test(url) ? body.length : gzipSync(body).length);
