import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** Connects to the browser that all tests share. Closing the connection closes its pages, not the browser. */
export const connectBrowser = (): Promise<Browser> => chromium.connect(inject('browser'));
