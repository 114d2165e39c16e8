import { everySubject, type Rule } from '../../rule.ts'

const madeFolder =
  /^(__pycache__|\.ipynb_checkpoints|\.(pytest|mypy|ruff|hypothesis)_cache|\.hypothesis|\.tox|\.nox|\.cache|\.venv|venv|node_modules|dist|build|\.eggs|[^/]+\.egg-info|htmlcov|\.nyc_output|\.parcel-cache|\.turbo)$/i
const madeFile =
  /\.(pyc|pyo|pyd|o|obj|so|dll|dylib|exe|class|a|lib|tsbuildinfo|gcno|gcda|whl)$|(^|\/)(\.coverage|\.eslintcache|npm-debug\.log)$/i

export const rule: Rule = {
  clause: 'HYG-2',
  severity: 'MUST',
  forOthers: 'SHOULD',
  says: 'The folder holds no cache or build folder and no compiled file.',
  because: 'what a tool made on one machine runs instead of the source that is read',
  appliesTo: everySubject,
  example: { passes: 'train.py', fails: '__pycache__/train.cpython-312.pyc' },
  check: ({ files }) => ({
    read: `the names of ${files.length} files and folders`,
    lookedFor: 'those that tools make: __pycache__, node_modules, *.pyc and the like',
    findings: files
      .filter(({ path, kind }) => {
        const name = path.split('/').at(-1) ?? path
        return madeFile.test(path) || (kind !== 'file' && madeFolder.test(name))
      })
      .map(({ path, kind }) => ({
        what: `${path} is a ${kind === 'file' ? 'file' : 'folder'} that a tool makes: delete it, and name it in .gitignore`,
        at: { path },
      })),
  }),
}
