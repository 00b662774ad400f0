// A repository behind the interfaces of three hosts, on 127.0.0.1, as far as kelola/ asks them: versions that must still
// hold, refusals with the bodies of the real ones, preflights of browsers. What each answers follows its own description:
//
// - GitHub: REST API, "Repository contents", "Git database", "Workflow runs", version 2022-11-28,
//   https://docs.github.com/en/rest/repos/contents?apiVersion=2022-11-28. A stale `sha` is 409 "… does not match …", a
//   missing one 422; https://github.com/prose/prose/issues/756, https://github.com/octokit/octokit.rb/issues/992. Pages
//   of other origins: https://docs.github.com/en/rest/using-the-rest-api/using-cors-and-jsonp-to-make-cross-origin-requests
//   "Workflow jobs" and "Check runs": @octokit/openapi 23.0.2, api.github.com. No fine-grained key can be given the right
//   to read checks, and is told 403; of a public repository anybody may read them: https://github.com/cli/cli/issues/8842
// - GitLab: REST API v4, "Repository files", "Commits", "Pipelines", https://docs.gitlab.com/api/repository_files/ and
//   https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions. A file that was changed since
//   `last_commit_id` is 400 (app/services/files/multi_service.rb). "Jobs" and "Job artifacts", a file of a job that failed,
//   too: https://docs.gitlab.com/api/job_artifacts/
// - Forgejo: /api/v1 as https://codeberg.org/api/swagger describes it, "repoGetContents", "repoChangeFiles",
//   "repoGetCombinedStatusByRef". A stale `sha` is 422 (routers/api/v1/repo/file.go, handleCreateOrUpdateFileError).
//
// Read on 2026-11-30, runs and what they found on 2026-12-01.
import { createHash } from 'node:crypto';
import https from 'node:https';
import { certificate } from './certificate.mjs';

const sha1 = (text) => createHash('sha1').update(text).digest('hex');
const blobSha = (bytes) => createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');

/** A branch: files by path, commits from the first to the last. */
export class Repository {
  constructor(name, branch, files) {
    Object.assign(this, { name, branch, files: new Map(), commits: [], blobs: new Map(), trees: new Map(), loose: new Map() });
    this.commit('Mulai', files);
  }

  commit(message, changed, id = sha1(`${this.commits.length} ${message}`)) {
    for (const [path, content] of Object.entries(changed)) {
      const bytes = Buffer.from(content);
      this.files.set(path, { bytes, sha: blobSha(bytes), commit: id });
    }
    this.commits.push({ id, message, paths: Object.keys(changed) });
    return id;
  }

  get head() { return this.commits.at(-1).id; }

  text(path) { return this.files.get(path).bytes.toString('utf8'); }
}

/**
 * `{ port, requests, close() }`. `hosts` maps a host's name to `{ forge, repository, keys }`; `keys` maps a key to what
 * it may do: 'write', 'read', or 'few': write, and see nothing of what CI keeps. A repository without a `read` of nobody's is private.
 */
export async function serveForges(hosts) {
  const requests = [];
  const server = https.createServer(certificate(Object.keys(hosts)), async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const host = request.headers.host.split(':')[0];
    const seen = { host, method: request.method, url: request.url, headers: request.headers, body };
    requests.push(seen);
    const [status, reply] = request.method === 'OPTIONS' ? [204, null] : answer(hosts[host], seen);
    seen.status = status;
    // All three let pages of any origin ask, with these headers; Forgejo where its owner has switched it on.
    response.writeHead(status, {
      'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization, Content-Type', 'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'content-type': 'application/json; charset=utf-8',
    });
    response.end(reply === null ? undefined : JSON.stringify(reply));
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { port: server.address().port, requests, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

function answer(host, { method, url, headers, body }) {
  const { pathname, searchParams } = new URL(url, 'https://host');
  const given = (headers.authorization ?? '').split(' ');
  const scheme = host.forge === 'forgejo' ? 'token' : 'Bearer';
  const right = given[0] === scheme ? host.keys[given[1]] : headers.authorization ? undefined : host.keys[''];
  const ask = { method, path: pathname, query: searchParams, json: body ? JSON.parse(body) : null, repository: host.repository, right, isNobody: !headers.authorization };
  return { github, gitlab, forgejo }[host.forge](ask);
}

// ---- GitHub ----

const GITHUB_DOCS = 'https://docs.github.com/rest/repos/contents#create-or-update-file-contents';
const github = ({ method, path, query, json, repository, right, isNobody }) => {
  const refuse = (status, message) => [status, { message, documentation_url: GITHUB_DOCS, status: String(status) }];
  if (!right && !isNobody) return refuse(401, 'Bad credentials');
  const root = `/repos/${repository.name}`;
  if (!right || !path.startsWith(`${root}/`)) return refuse(404, 'Not Found');
  const rest = path.slice(root.length);
  if (method !== 'GET' && right === 'read') return refuse(403, 'Resource not accessible by personal access token');
  if (rest.startsWith('/contents/')) return githubContents(refuse, method, decodeURIComponent(rest.slice(10)), query, json, repository);
  if (method === 'GET' && rest === '/actions/runs') {
    const runs = query.get('head_sha') === repository.head ? repository.runs ?? [] : [];
    return [200, { total_count: runs.length, workflow_runs: runs.map((run) => ({ id: 30433642, ...run, head_sha: repository.head, html_url: `https://github.com/${repository.name}/actions/runs/1` })) }];
  }
  return (method === 'GET' && githubChecks(refuse, rest, repository, isNobody)) || githubDatabase(refuse, method, rest, json, repository);
};

const githubChecks = (refuse, rest, repository, isNobody) => {
  const { jobs = [], annotations = [] } = repository;
  if (rest === '/actions/runs/30433642/jobs') {
    return [200, { total_count: jobs.length, jobs: jobs.map((job, n) => ({ id: n, run_id: 30433642, status: 'completed', ...job, check_run_url: `https://api.github.com/repos/${repository.name}/check-runs/${n}` })) }];
  }
  const run = /^\/check-runs\/(\d+)\/annotations$/.exec(rest);
  if (!run) return null;
  return isNobody ? [200, annotations.map((one) => ({ start_column: 1, end_column: 1, end_line: one.start_line, raw_details: '', ...one }))] : refuse(403, 'Resource not accessible by personal access token');
};

const githubContents = (refuse, method, path, query, json, repository) => {
  const file = repository.files.get(path);
  const shown = ({ bytes, sha }) => ({ type: 'file', encoding: 'base64', size: bytes.length, name: path.split('/').pop(), path, sha, html_url: `https://github.com/${repository.name}/blob/${repository.branch}/${path}` });
  if (method === 'GET') {
    const ref = query.get('ref');
    if (!file || (ref !== repository.branch && ref !== repository.head)) return refuse(404, 'Not Found');
    return [200, { ...shown(file), content: `${file.bytes.toString('base64').replace(/.{60}/g, '$&\n')}\n` }];
  }
  if (json.branch !== repository.branch) return refuse(404, `Branch ${json.branch} not found`);
  if (file && !json.sha) return refuse(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (file && json.sha !== file.sha) return refuse(409, `${path} does not match ${json.sha}`);
  const id = repository.commit(json.message, { [path]: Buffer.from(json.content, 'base64') });
  return [file ? 200 : 201, { content: shown(repository.files.get(path)), commit: { sha: id, html_url: `https://github.com/${repository.name}/commit/${id}`, message: json.message } }];
};

const githubDatabase = (refuse, method, rest, json, repository) => {
  const ref = `/git/ref/heads/${repository.branch}`;
  if (method === 'GET' && rest === ref) return [200, { ref: `refs/heads/${repository.branch}`, object: { type: 'commit', sha: repository.head } }];
  if (method === 'GET' && rest === `/git/commits/${repository.head}`) return [200, { sha: repository.head, tree: { sha: sha1(`tree ${repository.head}`) } }];
  if (method === 'POST' && rest === '/git/blobs') {
    const bytes = Buffer.from(json.content, json.encoding);
    repository.blobs.set(blobSha(bytes), bytes);
    return [201, { sha: blobSha(bytes), url: '' }];
  }
  if (method === 'POST' && rest === '/git/trees') {
    const id = sha1(JSON.stringify(json.tree));
    if (json.base_tree !== sha1(`tree ${repository.head}`)) return refuse(404, 'Not Found');
    repository.trees.set(id, json.tree);
    return [201, { sha: id, tree: json.tree }];
  }
  if (method === 'POST' && rest === '/git/commits') {
    const id = sha1(JSON.stringify(json));
    repository.loose.set(id, json);
    return [201, { sha: id, html_url: `https://github.com/${repository.name}/commit/${id}`, message: json.message }];
  }
  if (method === 'PATCH' && rest === `/git/refs/heads/${repository.branch}`) {
    const commit = repository.loose.get(json.sha);
    if (!commit || commit.parents[0] !== repository.head) return refuse(422, 'Update is not a fast forward');
    const changed = repository.trees.get(commit.tree).map(({ path, sha }) => [path, repository.blobs.get(sha)]);
    repository.commit(commit.message, Object.fromEntries(changed), json.sha);
    return [200, { ref: `refs/heads/${repository.branch}`, object: { sha: json.sha } }];
  }
  return refuse(404, 'Not Found');
};

// ---- GitLab ----

const gitlab = ({ method, path, query, json, repository, right, isNobody }) => {
  if (!right && !isNobody) return [401, { message: '401 Unauthorized' }];
  const root = `/api/v4/projects/${encodeURIComponent(repository.name)}`;
  if (!right || !path.startsWith(`${root}/`)) return [404, { message: '404 Project Not Found' }];
  const rest = path.slice(root.length);
  if (method !== 'GET' && right === 'read') return [403, { message: '403 Forbidden' }];
  if (method === 'GET' && rest.startsWith('/repository/files/')) {
    const at = decodeURIComponent(rest.slice(18));
    const file = repository.files.get(at);
    if (!file || query.get('ref') !== repository.branch) return [404, { message: '404 File Not Found' }];
    return [200, { file_name: at.split('/').pop(), file_path: at, size: file.bytes.length, encoding: 'base64', content: file.bytes.toString('base64'), ref: repository.branch, blob_id: file.sha, commit_id: repository.head, last_commit_id: file.commit }];
  }
  if (method === 'GET' && rest === '/pipelines') {
    const runs = query.get('sha') === repository.head ? repository.runs ?? [] : [];
    return [200, runs.map((run) => ({ id: 46, sha: repository.head, ref: repository.branch, ...run, web_url: `https://gitlab.com/${repository.name}/-/pipelines/1` }))];
  }
  if (method === 'GET' && rest === '/pipelines/46/jobs') return [200, (repository.jobs ?? []).map((job, n) => ({ id: n + 8, stage: 'test', allow_failure: false, ...job }))];
  if (method === 'GET' && rest.startsWith('/jobs/8/artifacts/')) {
    const at = decodeURIComponent(rest.slice(18));
    if (right === 'few') return [403, { message: '403 Forbidden' }];
    return at === repository.report?.path ? [200, repository.report.findings] : [404, { message: '404 Not found' }];
  }
  if (method === 'POST' && rest === '/repository/commits') {
    if (json.branch !== repository.branch) return [400, { message: 'You can only create or edit files when you are on a branch' }];
    const changed = {};
    for (const action of json.actions) {
      const file = repository.files.get(action.file_path);
      if (action.action === 'update' && !file) return [400, { message: "A file with this name doesn't exist" }];
      if (action.action === 'create' && file) return [400, { message: 'A file with this name already exists' }];
      if (action.last_commit_id && action.last_commit_id !== file?.commit) return [400, { message: `The file has changed since you started editing it: ${action.file_path}` }];
      changed[action.file_path] = Buffer.from(action.content, action.encoding === 'base64' ? 'base64' : 'utf8');
    }
    const id = repository.commit(json.commit_message, changed);
    return [201, { id, short_id: id.slice(0, 8), title: json.commit_message.split('\n')[0], message: json.commit_message, web_url: `https://gitlab.com/${repository.name}/-/commit/${id}` }];
  }
  return [404, { error: '404 Not Found' }];
};

// ---- Forgejo ----

const forgejo = ({ method, path, query, json, repository, right, isNobody }) => {
  const refuse = (status, message) => [status, { message, url: 'https://codeberg.org/api/swagger' }];
  if (!right && !isNobody) return refuse(401, 'user does not exist [uid: 0, name: ]');
  const root = `/api/v1/repos/${repository.name}`;
  if (!right || !path.startsWith(`${root}/`)) return [404, { errors: null, message: "The target couldn't be found.", url: 'https://codeberg.org/api/swagger' }];
  const rest = path.slice(root.length);
  if (method !== 'GET' && right === 'read') return refuse(403, 'token does not have at least one of required scope(s): [write:repository]');
  const shown = (at, { bytes, sha, commit }) => ({ name: at.split('/').pop(), path: at, sha, last_commit_sha: commit, type: 'file', size: bytes.length, encoding: 'base64', content: bytes.toString('base64') });
  if (method === 'GET' && rest.startsWith('/contents/')) {
    const at = decodeURIComponent(rest.slice(10));
    const file = repository.files.get(at);
    if (!file || query.get('ref') !== repository.branch) return refuse(404, `object does not exist [id: , rel_path: ${at}]`);
    return [200, shown(at, file)];
  }
  if (method === 'GET' && rest === `/commits/${repository.head}/status`) {
    const runs = repository.runs ?? [];
    return [200, { state: runs[0]?.status ?? '', sha: repository.head, total_count: runs.length, statuses: runs.map((run, n) => ({ id: n, context: 'ci/woodpecker/push/terbit', description: '', target_url: `https://ci.codeberg.org/repos/1/pipeline/1`, ...run })) }];
  }
  if (method === 'POST' && rest === '/contents') {
    if (json.branch !== repository.branch) return refuse(404, `branch does not exist [repo_id: 1 name: ${json.branch}]`);
    const changed = {};
    for (const file of json.files) {
      const known = repository.files.get(file.path);
      if (file.operation === 'create' && known) return refuse(422, `repository file already exists [path: ${file.path}]`);
      if (file.operation === 'update' && known?.sha !== file.sha) return refuse(422, `sha does not match [given: ${file.sha}, expected: ${known?.sha ?? ''}]`);
      changed[file.path] = Buffer.from(file.content, 'base64');
    }
    const id = repository.commit(json.message, changed);
    return [201, { files: json.files.map(({ path: at }) => shown(at, repository.files.get(at))), commit: { sha: id, html_url: `https://codeberg.org/${repository.name}/commit/${id}`, message: json.message }, verification: { verified: false } }];
  }
  return refuse(404, 'Not Found');
};
