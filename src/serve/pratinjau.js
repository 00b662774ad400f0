// A page of a preview follows changes: it asks the server to be told, loads itself again where its words have
// changed, takes over a new style sheet without that, and shows what is wrong with the files behind it.
(() => {
  const words = '@words@';
  const { dataset } = document.currentScript;
  const marks = { body: dataset.body, style: dataset.style };
  const store = (key, value) => {
    try {
      if (value === undefined) return JSON.parse(sessionStorage.getItem(key));
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch {
      return null;
    }
  };

  // Where the page was read, kept over a reload. The browser's own way is tried first; pictures that come later
  // can move the place, so it is taken again when everything is there.
  const PLACE = 'etalase-tempat';
  const place = store(PLACE);
  if (place && place[0] === location.pathname && place[1]) {
    store(PLACE, [location.pathname, null]);
    const back = () => scrollTo({ left: place[1][0], top: place[1][1], behavior: 'instant' });
    addEventListener('DOMContentLoaded', back);
    addEventListener('load', back);
  }
  let isLeaving = false;
  const reload = () => {
    if (isLeaving) return;
    isLeaving = true;
    store(PLACE, [location.pathname, [scrollX, scrollY]]);
    location.reload();
  };

  const takeStyle = async () => {
    const answer = await fetch(location.href, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('script[data-body][data-style]');
    const [now, then] = [document, page].map((one) => one.head.querySelectorAll('style'));
    if (!next || next.dataset.body !== marks.body || now.length !== then.length) return reload();
    now.forEach((sheet, number) => {
      if (sheet.textContent !== then[number].textContent) sheet.textContent = then[number].textContent;
    });
    marks.style = next.dataset.style;
  };

  // ---- findings ----

  const element = (name, attributes, ...children) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.append(...children.filter((child) => child != null));
    return made;
  };
  const SHEET = `
    :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; font: 15px/1.45 system-ui, sans-serif; }
    @media print { :host { display: none; } }
    details { background: #1c1917; color: #fafaf9; box-shadow: 0 -2px 18px rgb(0 0 0 / .4); }
    details { border-top: 3px solid var(--tone, #78716c); }
    details:not([open]) { width: fit-content; margin: 0 0 12px 12px; border: 2px solid var(--tone, #78716c); border-radius: 999px; }
    summary { cursor: pointer; padding: 10px 16px; font-weight: 600; list-style: none; display: flex; gap: 12px; justify-content: space-between; }
    summary::after { content: '▴'; }
    details[open] summary::after { content: '▾'; }
    summary::-webkit-details-marker { display: none; }
    summary:focus-visible { outline: 3px solid #fbbf24; outline-offset: -3px; border-radius: inherit; }
    ol { margin: 0; padding: 0 16px 16px; max-height: 55vh; overflow: auto; overscroll-behavior: contain; list-style: none; }
    li { padding: 12px 0; border-top: 1px solid #44403c; }
    p { margin: 4px 0; overflow-wrap: anywhere; }
    code, pre { font: 13px/1.5 ui-monospace, monospace; }
    pre { margin: 8px 0; padding: 8px 12px; overflow: auto; background: #292524; border-radius: 6px; }
    mark { background: none; color: inherit; border-bottom: 2px solid var(--tone); }
    .quiet { color: #d6d3d1; }
    .error { --tone: #fca5a5; } .warning { --tone: #fcd34d; } .advice { --tone: #7dd3fc; }
    .level { color: var(--tone); font-weight: 600; }`;
  const OPEN = 'etalase-temuan';
  let host;
  let shown;
  const panel = () => {
    if (!host) {
      host = document.createElement('etalase-temuan');
      const root = host.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(SHEET);
      root.adoptedStyleSheets = [sheet];
      document.documentElement.append(host);
    }
    return host.shadowRoot;
  };

  const excerpt = ({ text, column, length }) => {
    if (text == null) return null;
    const letters = [...text];
    const [start, end] = [column - 1, column - 1 + length];
    return element('pre', {}, letters.slice(0, start).join(''), element('mark', { textContent: letters.slice(start, end).join('') }), letters.slice(end).join(''));
  };

  const item = (finding) => {
    const where = finding.line ? `${finding.file}:${finding.line}:${finding.column}` : finding.file;
    return element('li', { className: finding.level },
      element('p', {}, element('code', { textContent: where })),
      element('p', {}, element('span', { className: 'level', textContent: words.levels[finding.level][0] }), `: ${finding.found}`),
      excerpt(finding),
      element('p', { className: 'quiet', textContent: `${words.expected}: ${finding.expected}` }),
      element('p', { className: 'quiet', textContent: `${words.help}: ${finding.help}` }));
  };

  const LEVELS = ['error', 'warning', 'advice'];
  const show = (findings, isConnected) => {
    const text = JSON.stringify([findings, isConnected]);
    if (text === shown || (findings.length === 0 && isConnected && !host)) return;
    shown = text;
    const root = panel();
    if (findings.length === 0 && isConnected) return root.replaceChildren();
    const counts = LEVELS.map((level) => [findings.filter((finding) => finding.level === level).length, level]).filter(([count]) => count);
    const told = counts.map(([count, level]) => `${count} ${words.levels[level][count === 1 ? 0 : 1]}`);
    const worst = counts[0]?.[1] ?? '';
    if (!isConnected) told.unshift(words.gone);
    const details = element('details', { className: worst },
      element('summary', { role: 'status', textContent: told.join(' · ') }),
      element('ol', { ariaLabel: words.name }, ...LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level)).map(item)));
    // An error opens the list, unless it was closed by hand since the last one.
    const wish = store(OPEN);
    details.open = worst === 'error' ? wish !== 'closed' : wish === 'open';
    if (worst !== 'error' && wish === 'closed') store(OPEN, null);
    details.addEventListener('click', (event) => {
      if (event.target.closest('summary')) store(OPEN, details.open ? 'closed' : 'open');
    });
    root.replaceChildren(details);
  };

  // ---- the stream ----

  let findings = [];
  let stream;
  const follow = () => {
    if (stream || document.hidden) return;
    stream = new EventSource(`${words.events}?${location.pathname}`);
    stream.addEventListener('keadaan', ({ data }) => {
      const state = JSON.parse(data);
      if (state.body !== marks.body) return reload();
      if (state.style !== marks.style) takeStyle().catch(reload);
      findings = state.findings;
      show(findings, true);
    });
    stream.addEventListener('error', () => {
      if (!isLeaving) show(findings, false);
    });
  };
  // A browser has few connections to one server: a page that nobody sees gives its own back, and asks what it has
  // missed when it is seen again.
  const rest = () => {
    stream?.close();
    stream = null;
  };
  addEventListener('pagehide', () => {
    isLeaving = true;
    rest();
  });
  addEventListener('pageshow', () => {
    isLeaving = false;
    follow();
  });
  document.addEventListener('visibilitychange', () => (document.hidden ? rest() : follow()));
})();
