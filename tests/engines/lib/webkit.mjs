// WebKitGTK: MiniBrowser on a screen that nobody sees, driven by WebDriver.
import { execFile, spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Builder, Capabilities, Key } from 'selenium-webdriver';
import { PHONE } from '../../browser/lib/browser.mjs';

const MINIBROWSER = process.env.MINIBROWSER_PATH ?? globSync('/usr/lib/*/webkit2gtk-4.1/MiniBrowser')[0];
// Its buttons make a window wider than a phone.
const NARROW = 'window > * *, headerbar, headerbar * { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px }\n';
const NO_NETWORK = ['--proxy=http://127.0.0.1:9', '--ignore-host=127.0.0.1'];

export async function openWebKit({ dark = false }) {
  if (!MINIBROWSER) throw new Error('no MiniBrowser below /usr/lib: please install webkit2gtk-driver');
  const home = mkdtempSync(path.join(os.tmpdir(), 'etalase-webkit-'));
  mkdirSync(path.join(home, 'gtk-3.0'));
  writeFileSync(path.join(home, 'gtk-3.0/gtk.css'), NARROW);
  writeFileSync(path.join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.stdio[3].once('data', (line) => resolve(`:${String(line).trim()}`));
  });
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1', XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_DATA_HOME: home };
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const end = () => {
    driver.kill();
    screen.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await answers(port, driver);
    const args = ['--automation', ...(dark ? ['--dark-mode'] : []), ...NO_NETWORK];
    const capabilities = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: MINIBROWSER, args } });
    const browser = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
    return await adapter(browser, env, end);
  } catch (error) {
    end();
    throw error;
  }
}

async function adapter(browser, env, end) {
  const version = (await browser.getCapabilities()).get('browserVersion');
  const evaluate = (use, ...given) => browser.executeScript(use, ...given);
  const inside = () => evaluate(() => [window.innerWidth, window.innerHeight]);
  const setViewportSize = async ({ width, height }) => {
    // What the window itself takes is found out: the toolbar stays, if only as a line.
    let [right, below] = [0, 0];
    for (let attempt = 0; attempt < 40; attempt += 1) {
      if (attempt % 10 === 0) await browser.manage().window().setRect({ x: 0, y: 0, width: width + right, height: height + below });
      await new Promise((done) => setTimeout(done, 50));
      const [isWide, isHigh] = await inside();
      if (isWide === width && isHigh === height) return;
      if (attempt % 10 === 9) [right, below] = [right + width - isWide, below + height - isHigh];
    }
    throw new Error(`WebKit's window is ${await inside()}, not ${width},${height}`);
  };
  await setViewportSize(PHONE.viewport);
  return {
    version: `WebKitGTK ${version}`,
    goto: (url) => browser.get(url),
    reload: () => browser.navigate().refresh(),
    evaluate,
    setViewportSize,
    click: async (selector) => (await browser.findElement({ css: selector })).click(),
    type: (text) => browser.actions().sendKeys(text).perform(),
    press: (key) => browser.actions().sendKeys(Key[KEYS[key]]).perform(),
    screenshot: async (file) => writeFileSync(file, Buffer.from(await browser.takeScreenshot(), 'base64')),
    // Its WebDriver has no command for paper: the library itself prints to a file.
    print: (url, file) => promisify(execFile)('/usr/bin/python3', [path.join(import.meta.dirname, 'print_webkit.py'), url, file], { env, timeout: 60_000 }),
    onFault: () => {},
    close: async () => {
      await browser.quit().catch(() => {});
      end();
    },
  };
}

const KEYS = { Backspace: 'BACK_SPACE', Enter: 'ENTER', Tab: 'TAB', ArrowRight: 'ARROW_RIGHT' };

const freePort = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

async function answers(port, driver) {
  for (let attempt = 0; attempt < 100 && driver.exitCode === null; attempt += 1) {
    const isThere = await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false);
    if (isThere) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}
