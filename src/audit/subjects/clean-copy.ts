import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../../package-root.ts'

/** A copy of this package that holds what is built and nothing that was ever run. */
export interface CleanCopy {
  /** Its command line. */
  readonly main: string
  /** An empty folder for records, one a name. */
  out(name: string): string
  dispose(): void
}

const kept = ['dist', 'src', 'golden', 'package.json']

/** Copies the package to a temporary folder; what is installed is linked, not copied. */
export function makeCleanCopy(): CleanCopy {
  const root = mkdtempSync(join(tmpdir(), 'assay-clean-'))
  for (const name of kept)
    if (existsSync(join(packageRoot, name)))
      cpSync(join(packageRoot, name), join(root, name), { recursive: true })
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'), 'junction')
  return {
    main: join(root, 'dist', 'src', 'cli', 'main.js'),
    out: (name) => join(root, 'out', name),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  }
}
