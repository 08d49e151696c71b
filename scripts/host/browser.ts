/** A Chromium to show the workbench in: an installed one, else the one that npm carries. */
import { existsSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { cacheDir } from './paths.ts';
import { isExecutable, onPath, run } from './process.ts';

const sparticuzVersion = '153.0.0';

const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where programs that are not on the PATH are usually installed. */
const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((file) =>
      path.join(process.env[variable] ?? '', file),
    ),
  ),
};

/** Launches a headless browser and says which. The caller closes it. */
export async function launchBrowser(): Promise<{ readonly browser: Browser; readonly name: string }> {
  const { executable, extra } = await findBrowser();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: executable,
    args: [...quietArguments, ...asRoot, ...extra],
  });
  return { browser, name: `Chromium ${browser.version()} (${executable})` };
}

async function findBrowser(): Promise<{ readonly executable: string; readonly extra: readonly string[] }> {
  const named = process.env['APPARATUS_BROWSER'];
  if (named !== undefined && named !== '') return { executable: named, extra: [] };
  const installed =
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge') ??
    usualPlaces[process.platform]?.find(isExecutable);
  if (installed !== undefined) return { executable: installed, extra: [] };
  return await sparticuz();
}

/** `@sparticuz/chromium` carries a packed Chromium for Linux inside the npm registry; it still wants libnss3 of the system. */
async function sparticuz(): Promise<{ readonly executable: string; readonly extra: readonly string[] }> {
  if (process.platform !== 'linux') {
    throw new Error('No Chrome, Chromium or Edge found; install one, or name its program in APPARATUS_BROWSER');
  }
  const home = path.join(cacheDir, `sparticuz-chromium-${sparticuzVersion}`);
  const packageDir = path.join(home, 'node_modules/@sparticuz/chromium');
  if (!existsSync(packageDir)) {
    console.log(`Fetching @sparticuz/chromium ${sparticuzVersion} into ${path.relative('', cacheDir)}`);
    await run('npm', [
      'install',
      ...['--prefix', home, '--no-save', '--no-audit', '--no-fund'],
      `@sparticuz/chromium@${sparticuzVersion}`,
    ]);
  }
  const entry = ['build/esm/index.js', 'build/index.js'].find((file) => existsSync(path.join(packageDir, file)));
  if (entry === undefined) throw new Error(`No entry in ${packageDir}: ${readdirSync(packageDir).join(', ')}`);
  const { default: packed } = (await import(pathToFileURL(path.join(packageDir, entry)).href)) as {
    default: { executablePath(): Promise<string>; args: readonly string[] };
  };
  return { executable: await packed.executablePath(), extra: packed.args };
}
