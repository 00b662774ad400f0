// Where the system's own Chromium is; CHROME_PATH names another.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const NAMES = [process.env.CHROME_PATH, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of the browser, or null. */
export function browserPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = NAMES.filter(Boolean).flatMap((name) => (path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }) ?? null;
}
