// The site under test, served, and a browser: open while the tests of a file run.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './host.mjs';
import { site } from './under-test.mjs';

export let browser;
export let host;

before(async () => {
  host = await serve(site.folder, site.base);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await host?.close();
});
