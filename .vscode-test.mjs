// For the Extension Test Runner and `npx vscode-test`: the host suites in a desktop VS Code. `npm run build` comes first.
import { defineConfig } from '@vscode/test-cli';
import { copySeeds, temporaryFolder } from './scripts/host/paths.ts';
import { bundleSuites } from './test/host/bundle.ts';

export default defineConfig({
  files: await bundleSuites('cli'),
  workspaceFolder: copySeeds(temporaryFolder('host')),
  mocha: { timeout: 20_000 },
});
