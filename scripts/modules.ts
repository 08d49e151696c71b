import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './host/paths.ts';

/** The default exports of all `test/FOLDER/*.FOLDER.ts`, in order of file name; only the one of this name where `only` is given. */
export async function loadModules<Module extends { readonly name: string }>(
  folder: 'bench' | 'eval' | 'conformance',
  only: string | undefined,
): Promise<readonly Module[]> {
  const home = path.join(root, 'test', folder);
  const files = readdirSync(home).filter((file) => file.endsWith(`.${folder}.ts`));
  const modules: Module[] = [];
  for (const file of files.sort()) {
    const loaded = (await import(pathToFileURL(path.join(home, file)).href)) as { default: Module };
    if (only === undefined || loaded.default.name === only) modules.push(loaded.default);
  }
  if (modules.length === 0)
    throw new Error(`Nothing to run in test/${folder}${only === undefined ? '' : ` named ${only}`}`);
  return modules;
}

/** Throws when one of the files that a module needs is not below `folder`, and names it. */
export function demand(name: string, folder: string, needs: readonly string[]): void {
  const missing = needs.filter((file) => !existsSync(path.join(folder, file)));
  if (missing.length > 0) throw new Error(`${name} needs ${missing.join(', ')} in ${folder}`);
}
