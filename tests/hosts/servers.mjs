// The hosts' own servers, as far as they are npm packages: which, how each is started on a built folder, and what it
// does otherwise than the host that it is of. One row each; `tests/run hosts` installs them into a temporary folder.
import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const bin = (name) => path.join('node_modules/.bin', name);

/**
 * - `host`: the row of the table that it is compared with.
 * - `packages`: name and version of each.
 * - `command(folder, port, place)`: program and arguments; runs in `folder`. `place` is for files of its own.
 * - `differs`: what is known to be otherwise, with the reason, as `[field, address pattern, reason]`: not compared.
 */
export const SERVERS = {
  'wrangler pages dev': {
    host: 'cloudflare-pages',
    packages: ['wrangler@4.164.0'],
    command: (folder, port) => [bin('wrangler'), 'pages', 'dev', folder, '--port', port, '--ip', '127.0.0.1', '--inspector-port', '0', '--compatibility-date', '2026-11-01'],
    differs: ['status', 'nosniff'].map((field) => [field, /^\/_(headers|redirects)$/, 'answers 502 for its rule files; the host 404']),
  },
  'wrangler dev': {
    host: 'cloudflare-workers',
    packages: ['wrangler@4.164.0'],
    command(folder, port, place) {
      const config = path.join(place, 'wrangler.json');
      fs.writeFileSync(config, JSON.stringify({ name: 'demo', compatibility_date: '2026-11-01', assets: { directory: folder, not_found_handling: '404-page' } }));
      return [bin('wrangler'), 'dev', '--config', config, '--port', port, '--ip', '127.0.0.1', '--inspector-port', '0'];
    },
    differs: [],
  },
  superstatic: {
    host: 'firebase',
    packages: ['superstatic@10.0.0'],
    // Its own path from the folder that it runs in.
    command: (folder, port) => [bin('superstatic'), 'serve', '.', '--port', port, '--hostname', '127.0.0.1', '--config', 'firebase.json'],
    differs: [['status', /^\/firebase\.json$/, 'shows the file that is left out when the site is brought to the host']],
  },
  'netlify dev': {
    host: 'netlify',
    packages: ['netlify-cli@27.10.2'],
    command: (folder, port) => [bin('netlify'), 'dev', '--offline', '--internal-disable-edge-functions', '--dir', folder, '--port', port, '--no-open'],
    differs: [
      ['cache', /./, 'sends `max-age=0` whatever the rules say (netlify/cli issue 990); the host obeys them'],
      ['status', /^\/_(headers|redirects)$/, 'shows its own rule files; the host does not'],
      ['status', /[^/]$/, 'shows a folder without its slash at once; the host leads to it'],
      ['location', /[^/]$/, 'the same'],
      ['nosniff', /[^/]$/, 'the same'],
    ],
  },
  serve: {
    host: 'umum',
    packages: ['serve@14.2.7'],
    command: (folder, port) => [bin('serve'), folder, '--listen', `tcp://127.0.0.1:${port}`, '--no-clipboard', '--no-port-switching'],
    differs: [
      ['status', /[^/]$/, 'drops `.html` and slashes, as its settings say'],
      ['location', /[^/]$/, 'the same'],
      ['status', /\/$/, 'lists a folder that has no page; nginx refuses it'],
    ],
  },
};

/** Installs the packages of a server below `place`, each once. */
export async function install(name, place) {
  const folder = path.join(place, SERVERS[name].packages.join('+').replaceAll(/[^\w.+-]/g, '-'));
  if (fs.existsSync(path.join(folder, 'installed'))) return folder;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}\n');
  await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...SERVERS[name].packages], { cwd: folder, maxBuffer: 1 << 26 });
  fs.writeFileSync(path.join(folder, 'installed'), '');
  return folder;
}

/** Starts a server on a built folder. Returns `{ origin, base, close() }` once it answers. */
export async function start(name, installed, folder, place) {
  const port = String(await freePort());
  const [program, ...rest] = SERVERS[name].command(folder, port, place);
  const log = fs.openSync(path.join(place, 'log'), 'a');
  const env = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', NETLIFY_TELEMETRY_DISABLED: '1', NO_UPDATE_CHECK: '1' };
  // A group of its own, so that what it starts ends with it.
  const server = spawn(path.join(installed, program), rest, { cwd: folder, env, detached: true, stdio: ['ignore', log, log] });
  const origin = `http://127.0.0.1:${port}`;
  const close = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (server.exitCode !== null) return;
    process.kill(-server.pid, 'SIGTERM');
    const late = setTimeout(() => process.kill(-server.pid, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  };
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) break;
    const answer = await fetch(origin, { redirect: 'manual' }).catch(() => null);
    if (answer?.ok) return { origin, base: '/', close };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await close();
  throw new Error(`${name} does not answer:\n${fs.readFileSync(path.join(place, 'log'), 'utf8').slice(-2_000)}`);
}

const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});
