// The Nu Html Checker over pages, style sheets and drawings.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// What this version of the checker gets wrong.
const LET_THROUGH = [
  // It reads files, so that 'self' means file: to it, and takes JSON-LD for a script. `checks/visit.mjs` asks the browser.
  /violates Content Security Policy/,
  // Valid CSS that it does not know yet.
  /Unrecognized at-rule “@(property|container|view-transition|starting-style)”/,
  /^CSS: “(interpolate-size|field-sizing|view-transition-name|text-box|line-clamp|anchor-name|position-area|container-type)”: Property “.*” doesn.t exist/,
  // The units of a container: the extract is all that it says of the value.
  /^CSS: “font-size”: Parse Error\.[^]*var\(--fit,/,
  // It guesses a page's language and takes Indonesian for Malay and Sundanese for Javanese.
  /appears to be written in/,
];

/** Errors and warnings of the named files below a folder, one sentence each. */
export async function markupFaults(folder, files) {
  const paths = files.map((file) => path.join(folder, file));
  const { stderr } = await promisify(execFile)(
    'java',
    ['-Xss4m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', JAR, '--format', 'json', '--exit-zero-always', '--also-check-css', '--also-check-svg', ...paths],
    { maxBuffer: 1 << 28 },
  );
  return JSON.parse(stderr.slice(stderr.indexOf('{'))).messages
    .filter((message) => message.type !== 'info' || message.subType === 'warning')
    .filter((message) => !LET_THROUGH.some((pattern) => pattern.test(`${message.message} ${message.extract ?? ''}`)))
    .map((message) => `${path.relative(folder, decodeURIComponent(message.url.replace(/^file:/, '')))}:${message.lastLine ?? 0}: ${message.message}`);
}
