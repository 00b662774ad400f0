// Lighthouse on a phone with slow 4G, as its makers simulate it.
import lighthouse from 'lighthouse';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** `{ scores, facts, failing }` of one page. Performance is for the record: other work on the machine lowers it. */
export async function score(url, port) {
  const { lhr } = await lighthouse(url, {
    port, output: 'json', logLevel: 'silent', onlyCategories: CATEGORIES, disableFullPageScreenshot: true,
    skipAudits: ['screenshot-thumbnails', 'final-screenshot'],
  });
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]));
  const value = (audit) => Math.round(lhr.audits[audit]?.numericValue ?? 0);
  const failing = CATEGORIES.slice(1).flatMap((name) => lhr.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 0.9).map(({ id }) => id);
  return {
    scores,
    failing,
    facts: `LCP ${value('largest-contentful-paint')} ms, TBT ${value('total-blocking-time')} ms, ${Math.round(value('total-byte-weight') / 1024)} KB`,
  };
}
