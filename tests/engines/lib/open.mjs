// The engines by name, each behind the same few functions.
import { openChromium, openFirefox } from './puppets.mjs';
import { openWebKit } from './webkit.mjs';

const OPEN = { Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit };
export const ENGINES = Object.keys(OPEN);

/**
 * Starts an engine on a phone's screen. `options`: `{ dark }`. Fails where it is not there. No host but this machine is
 * reached.
 */
export const openEngine = (name, options = {}) => OPEN[name](options);
