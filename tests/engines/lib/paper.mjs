// What an engine put on paper, read by poppler.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Prints an address. Returns the sizes of its pages in points, `595 842` for A4, and the text of each page. */
export async function paperOf(visitor, url) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'etalase-paper-'));
  try {
    const file = path.join(work, 'page.pdf');
    await visitor.print(url, file);
    const sizes = [...execFileSync('pdfinfo', ['-l', '99', file]).toString().matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)];
    // Each page ends with a form feed.
    const texts = execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f').slice(0, -1);
    return { sizes: sizes.map(([, width, height]) => `${Math.round(width)} ${Math.round(height)}`), texts: texts.map((text) => text.trim()) };
  } finally {
    rmSync(work, { recursive: true });
  }
}
