import { execFile, execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { exitCodes, UserError } from '../user-error.ts'
import { changedFile } from './changed-file.ts'
import type { Change, Check } from './sabotage.ts'

/** How a check ended: whether it passed, and all that it printed. */
export interface CheckEnd {
  readonly green: boolean
  readonly output: string
}

/** A copy of the checkout that may be broken: built, committed to a git of its own, never pushed. */
export interface ProjectCopy {
  /** Changes a file, builds, and runs a check; the file is as before afterwards. */
  runBroken(change: Change, check: Check): Promise<CheckEnd>
  run(check: Check): Promise<CheckEnd>
  dispose(): void
}

const copied = [
  'src',
  'specs',
  'golden',
  'audits',
  'bench',
  'scripts',
  'dist',
  '.github',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vitest.config.ts',
  'biome.json',
  '.c8rc.json',
  '.npmrc',
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'LICENSE',
  'CITATION.cff',
  '.gitignore',
]

/** Copies the checkout at `root`; what is installed is linked. */
export function copyProject(root: string): ProjectCopy {
  if (!existsSync(join(root, 'specs')))
    throw new UserError(
      'There is no checkout here to break: clone the repository, run npm ci, and call assay in it',
      exitCodes.couldNotRun,
    )
  const copy = mkdtempSync(join(tmpdir(), 'assay-selftest-'))
  for (const name of copied)
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction')
  commit(copy)
  const tool = (path: string) => join(copy, 'node_modules', path)

  /** The compiler also writes what has faults in its types: the check has to find them. */
  const build = async (path: string) => {
    if (path.startsWith('src/kernels/')) await runNode(copy, ['dist/scripts/build-kernels.js'])
    else if (/^(src|bench|scripts)\/.*\.ts$/.test(path))
      await runNode(copy, [tool('typescript/bin/tsc')])
  }
  const run = (check: Check) =>
    'spec' in check
      ? runNode(copy, [
          ...[tool('vitest/vitest.mjs'), 'run', check.spec, '--reporter=dot'],
          ...(check.test ? ['-t', check.test] : []),
        ])
      : runNode(copy, ['dist/src/cli/main.js', ...check.assay])

  return {
    run,
    async runBroken(change, check) {
      const file = join(copy, change.path)
      const before = existsSync(file) ? readFileSync(file) : null
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, changedFile(before, change))
      try {
        await build(change.path)
        return await run(check)
      } finally {
        if (before === null) rmSync(file)
        else writeFileSync(file, before)
        await build(change.path)
      }
    },
    dispose: () => rmSync(copy, { recursive: true, force: true }),
  }
}

/** Makes a commit: checks that compare with an earlier revision need one. */
function commit(copy: string): void {
  const git = (...words: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=selftest', '-c', 'user.email=selftest@localhost', ...words],
      {
        cwd: copy,
        stdio: 'ignore',
      },
    )
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'sound')
}

function runNode(cwd: string, words: readonly string[]): Promise<CheckEnd> {
  // As under npm test, its specs load what was just built, and nothing is built once more.
  const { ASSAY_DATA, FORCE_COLOR, ...env } = process.env
  const own = { ...env, NO_COLOR: '1', npm_lifecycle_event: 'test' }
  const options = { cwd, env: own, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve) => {
    execFile(process.execPath, [...words], options, (error, stdout, stderr) =>
      resolve({ green: error === null, output: `${stdout}${stderr}` }),
    )
  })
}
