import { describe, expect, it } from 'vitest'
import { importsOf } from '../../../src/audit/facts/program/imports.ts'
import { readProgram } from '../../../src/audit/facts/program/program.ts'

const imported = (text: string) =>
  importsOf(readProgram('a.py', text, 'python')).map(({ what }) => what)

describe('what a program cannot do without', () => {
  it.each([
    ['import a.b, c as d\nfrom ..e import f', ['a.b', 'c', '..e']],
    ['try:\n    import a\nexcept ImportError:\n    import b\n', []],
    ['try:\n    import a.v2\nexcept Exception:\n    from b import c\n', []],
    ['try:\n    import a.v2 as a\nexcept Exception:\n    import a\n', ['a']],
    ['try:\n    import a\nexcept ValueError:\n    pass\n', ['a']],
    [
      'def f():\n    try:\n        import a\n    except (ImportError, OSError):\n        pass\n',
      [],
    ],
    ['if TYPE_CHECKING:\n    import a\n', []],
    ['# import a\nx = "import b"\n', []],
  ])('%j', (text, modules) => {
    expect(imported(text)).toEqual(modules)
  })
})
