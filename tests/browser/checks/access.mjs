// axe-core: WCAG 2.2 A and AA and its good practice, in light and dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

// Dark changes colours alone: what axe says of everything else, it has said in light.
const RULES = { light: { type: 'tag', values: TAGS }, dark: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/** Violations on an open page, one sentence each; `device` is what it is opened on. */
export async function accessFaults(page, device) {
  const faults = [];
  await page.evaluate(AXE);
  for (const [colorScheme, runOnly] of Object.entries(RULES)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const violations = await page.evaluate(async (rules) => {
      const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
      return violations.map(({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
    }, runOnly);
    faults.push(...violations.map((violation) => `${device}, ${colorScheme}: ${violation}`));
  }
  return faults;
}
