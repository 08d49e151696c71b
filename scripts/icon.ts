/** Draws `media/icon.png` from `media/icon.svg`, for the marketplace takes no SVG: `node scripts/icon.ts`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser } from './host/browser.ts';
import { root } from './host/paths.ts';

const size = 256;

const svg = readFileSync(path.join(root, 'media/icon.svg'), 'utf8');
const { browser } = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: path.join(root, 'media/icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
