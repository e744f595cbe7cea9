/** Lower-case ASCII words joined by hyphens: what an address and a file name can hold without being escaped. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
