// The repository's server. Each host is asked in its own way for the same four things: a file with its version, one
// commit that holds only if that version is still there, what became of a commit, and what CI found in it. The key goes
// into a header of these requests and nowhere else.
class Fault extends Error {
  constructor(kind, message = '', host = hostName()) {
    super(message || kind);
    this.kind = kind;
    this.told = kind === 'host' && !message ? t('busy', { host }) : t(KINDS[kind] ?? kind, { host, message });
  }
}
const KINDS = { key: 'badKey', rights: 'rights', missing: 'missing', stale: 'conflict' };
const hostName = () => new URL(SITE.server).host;

let token = null;

const toBase64 = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
};
const fromBase64 = (text) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(atob(text.replace(/\s/g, '')), (c) => c.charCodeAt(0)));
const textToBase64 = (text) => toBase64(new TextEncoder().encode(text));
const inPath = (path) => path.split('/').map(encodeURIComponent).join('/');

const call = async (method, address, body, key = token) => {
  const headers = { Accept: 'application/json' };
  if (key) headers.Authorization = `${SITE.forge === 'forgejo' ? 'token' : 'Bearer'} ${key}`;
  if (body) headers['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(SITE.api + address, {
      method, headers, body: body && JSON.stringify(body), cache: 'no-store', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer',
    });
  } catch {
    throw new Fault(navigator.onLine === false ? 'offline' : 'unreachable');
  }
  const told = await answer.json().catch(() => ({}));
  if (answer.ok) return told;
  const message = typeof told.message === 'string' ? told.message : String(told.error ?? '');
  if (answer.status === 429 || answer.headers.get('x-ratelimit-remaining') === '0') throw new Fault('busy');
  throw new Fault({ 401: 'key', 403: 'rights', 404: 'missing' }[answer.status] ?? ([400, 409, 412, 422].includes(answer.status) ? 'stale' : 'host'), message);
};

const isRefused = ({ kind }) => kind === 'rights' || kind === 'missing';
/** A list that the key may not see is `null`. */
const unlessRefused = async (list) => { try { return await list; } catch (fault) { if (isRefused(fault)) return null; throw fault; } };
const some = (list) => (Array.isArray(list) ? list.filter((one) => one && typeof one === 'object') : []);
const textOf = (value) => (typeof value === 'string' ? value : '');

// What CI found is `{ findings, steps, isHidden }`: findings as `{ level, file, line, text }`, the steps that failed, and
// whether there may be findings that the key does not see.

// GitHub. One file is one request; with photos beside it, a tree of its own is made, and the branch moves only if nobody
// moved it in between.
const github = {
  root: () => `/repos/${inPath(SITE.repo)}`,
  async load(path) {
    const file = await call('GET', `${this.root()}/contents/${inPath(path)}?ref=${encodeURIComponent(SITE.branch)}`);
    return { text: fromBase64(file.content), version: file.sha };
  },
  async save({ path, text, version, message, photos }) {
    if (photos.length) return this.saveTree({ path, text, version, message, photos });
    const answer = await call('PUT', `${this.root()}/contents/${inPath(path)}`, { message, content: textToBase64(text), sha: version, branch: SITE.branch });
    return { commit: answer.commit.sha, link: answer.commit.html_url, version: answer.content.sha };
  },
  async saveTree({ path, text, version, message, photos }) {
    const { object: { sha: head } } = await call('GET', `${this.root()}/git/ref/heads/${inPath(SITE.branch)}`);
    const now = await call('GET', `${this.root()}/contents/${inPath(path)}?ref=${head}`);
    if (now.sha !== version) throw new Fault('stale');
    const blob = async (content) => (await call('POST', `${this.root()}/git/blobs`, { content, encoding: 'base64' })).sha;
    const entry = (at, sha) => ({ path: at, mode: '100644', type: 'blob', sha });
    const profile = await blob(textToBase64(text));
    const tree = [entry(path, profile)];
    for (const photo of photos) tree.push(entry(photo.path, await blob(photo.content)));
    const { tree: { sha: base } } = await call('GET', `${this.root()}/git/commits/${head}`);
    const made = await call('POST', `${this.root()}/git/trees`, { base_tree: base, tree });
    const commit = await call('POST', `${this.root()}/git/commits`, { message, tree: made.sha, parents: [head] });
    await call('PATCH', `${this.root()}/git/refs/heads/${inPath(SITE.branch)}`, { sha: commit.sha, force: false });
    return { commit: commit.sha, link: commit.html_url, version: profile };
  },
  async state(commit) {
    const { workflow_runs: runs = [] } = await call('GET', `${this.root()}/actions/runs?head_sha=${commit}`);
    const of = (run) => (run.status !== 'completed' ? (run.status === 'in_progress' ? 'running' : 'waiting') : run.conclusion === 'success' ? 'passed' : 'failed');
    return worst(runs.map((run) => ({ state: of(run), link: run.html_url, run: run.id })));
  },
  async found(run) {
    const jobs = some((await call('GET', `${this.root()}/actions/runs/${run}/jobs?per_page=100`)).jobs);
    const hasFailed = ({ conclusion }) => ['failure', 'timed_out', 'cancelled'].includes(conclusion);
    const failed = jobs.filter(hasFailed);
    // The first job is the one that checks.
    const lists = await Promise.all((failed.length ? failed.slice(0, 3) : jobs.slice(0, 1)).map((job) => unlessRefused(this.annotations(job))));
    const steps = failed.flatMap((job) => { const names = some(job.steps).filter(hasFailed).map(({ name }) => name); return names.length ? names : [job.name]; });
    return { findings: lists.flatMap(some).map(annotated).filter(Boolean), steps, isHidden: lists.includes(null) };
  },
  /** No fine-grained key can be given the right to read checks; what is public, everybody may read without one. */
  annotations({ check_run_url: url }) {
    const address = `${this.root()}/check-runs/${textOf(url).split('/').pop()}/annotations?per_page=100`;
    return call('GET', address).catch((fault) => { if (isRefused(fault)) return call('GET', address, undefined, null); throw fault; });
  },
};

/** As the CI file prints it. What belongs to no file is said to be in `.github`, and each failed step ends with a code. */
const annotated = ({ path, start_line: line, annotation_level: level, message }) => (/^Process completed with exit code/.test(message) ? null
  : { level: { failure: 'error', notice: 'advice' }[level] ?? 'warning', file: path === '.github' ? '' : textOf(path), line: Number(line) || 0, text: textOf(message) });

// GitLab. A commit of several actions; its file's last commit is the version.
const gitlab = {
  root: () => `/projects/${encodeURIComponent(SITE.repo)}`,
  async load(path) {
    const file = await call('GET', `${this.root()}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(SITE.branch)}`);
    return { text: fromBase64(file.content), version: file.last_commit_id };
  },
  async save({ path, text, version, message, photos }) {
    const actions = [{ action: 'update', file_path: path, content: textToBase64(text), encoding: 'base64', last_commit_id: version }];
    for (const photo of photos) actions.push({ action: 'create', file_path: photo.path, content: photo.content, encoding: 'base64' });
    const commit = await call('POST', `${this.root()}/repository/commits`, { branch: SITE.branch, commit_message: message, actions });
    return { commit: commit.id, link: commit.web_url, version: commit.id };
  },
  async state(commit) {
    const pipelines = await call('GET', `${this.root()}/pipelines?sha=${commit}`);
    const of = ({ status }) => ({ success: 'passed', failed: 'failed', canceled: 'failed', skipped: 'passed', running: 'running' })[status] ?? 'waiting';
    return worst(pipelines.map((one) => ({ state: of(one), link: one.web_url, run: one.id })));
  },
  /** The job that checks keeps its report as a file. */
  async found(run) {
    const jobs = some(await call('GET', `${this.root()}/pipelines/${run}/jobs?per_page=100`));
    const steps = jobs.filter((job) => job.status === 'failed' && !job.allow_failure).map(({ name }) => name);
    const check = jobs.find(({ name }) => name === 'periksa');
    const report = check && await unlessRefused(call('GET', `${this.root()}/jobs/${check.id}/artifacts/${inPath(`${SITE.folder}temuan.json`)}`));
    const of = ({ description, severity, location }) => ({ level: { critical: 'error', info: 'advice' }[severity] ?? 'warning', file: textOf(location?.path), line: Number(location?.lines?.begin) || 0, text: textOf(description) });
    return { findings: some(report).map(of), steps, isHidden: !report };
  },
};

const PLACED = /^([^:]+\.\w+):(\d+):\d+$/;
// Forgejo, and Gitea: several files in one request.
const forgejo = {
  root: () => `/repos/${inPath(SITE.repo)}`,
  async load(path) {
    const file = await call('GET', `${this.root()}/contents/${inPath(path)}?ref=${encodeURIComponent(SITE.branch)}`);
    return { text: fromBase64(file.content), version: file.sha };
  },
  async save({ path, text, version, message, photos }) {
    const files = [{ operation: 'update', path, content: textToBase64(text), sha: version }];
    for (const photo of photos) files.push({ operation: 'create', path: photo.path, content: photo.content });
    const answer = await call('POST', `${this.root()}/contents`, { branch: SITE.branch, message, files });
    return { commit: answer.commit.sha, link: answer.commit.html_url, version: answer.files[0].sha };
  },
  async state(commit) {
    const statuses = some((await call('GET', `${this.root()}/commits/${commit}/status`)).statuses);
    const of = ({ status }) => ({ success: 'passed', failure: 'failed', error: 'failed', warning: 'passed' })[status] ?? 'running';
    return worst(statuses.map((one) => ({ state: of(one), link: one.target_url || null, run: statuses })));
  },
  /** What CI says with a status: of a place, if its name is one, as the CI file reports findings; else of its run. */
  async found(statuses) {
    const told = statuses.filter(({ status }) => ['failure', 'error', 'warning'].includes(status));
    const [places, runs] = [told.filter(({ context }) => PLACED.test(context)), told.filter(({ context }) => !PLACED.test(context))];
    const of = ({ context, description }) => { const [, file, line] = PLACED.exec(context); return { level: 'error', file, line: Number(line), text: textOf(description) }; };
    return { findings: places.map(of), steps: runs.map(({ context, description }) => [context, description].filter(Boolean).join(': ')), isHidden: !places.length };
  },
};

/** What is said of several runs: the least happy of them, so that nobody is told too early that all is well. */
const worst = (runs) => ['failed', 'running', 'waiting', 'passed'].map((state) => runs.find((run) => run.state === state)).find(Boolean) ?? { state: 'none', link: null };

const HOST = { github, gitlab, forgejo }[SITE.forge];
const profilePath = (folder) => `${SITE.folder}content/${folder}/profil.yaml`;
