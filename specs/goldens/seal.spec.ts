import { describe, expect, it } from 'vitest'
import { goldenLine, insertGoldenLine } from '../../src/goldens/changelog.ts'
import { sealFault, sealOf } from '../../src/goldens/seal.ts'
import { digestBytes } from '../../src/records/digest.ts'
import { encodeGolden, goldenName } from '../../src/records/golden.ts'
import { golden, id } from '../records/samples.ts'

const text = encodeGolden(golden)
const line = (seal: string, reason = 'because') =>
  goldenLine({
    date: '2026-11-03',
    goldens: [{ name: goldenName(id), seal }],
    reason,
    moved: 'kernels',
  })
const changelogOf = (...lines: string[]) => lines.reduce(insertGoldenLine, '# Changelog\n')
const wayOut =
  'golden/tiny-paper/strokes-quick.json was edited by hand, or accepted without its line. Restore it from git, or run: assay golden accept tiny-paper --preset quick --data strokes --reason "…"'

describe('the seal of a golden', () => {
  it('is the beginning of its file’s sha256', () => {
    expect(sealOf(text)).toBe(digestBytes(text).slice(0, 16))
  })

  it('holds for the file that the newest line was written for, and for no other', () => {
    const older = '0123456789abcdef'
    const changelog = changelogOf(line(older), line(sealOf(text)))
    expect(sealFault(id, text, changelog)).toBeNull()
    expect(sealFault(id, text.replace('0.0123', '0.0124'), changelog)).toMatch(
      /^the newest line of CHANGELOG.md that names tiny-paper \(strokes, quick\) has sha256:[0-9a-f]{16}, and the file has [0-9a-f]{16}: /,
    )
    expect(sealFault(id, text, changelogOf(line(sealOf(text)), line(older)))).toContain(wayOut)
  })

  it('is looked for in the newest release that names the golden', () => {
    const released = changelogOf(line('0123456789abcdef')).replace('Unreleased', '0.1.0')
    expect(sealFault(id, text, insertGoldenLine(released, line(sealOf(text))))).toBeNull()
    const sealed = changelogOf(line(sealOf(text))).replace('Unreleased', '0.1.0')
    expect(sealFault(id, text, insertGoldenLine(sealed, '- a line by hand'))).toBeNull()
    expect(sealFault(id, text, insertGoldenLine(sealed, line('0')))).toContain(wayOut)
  })

  it('is found in a line of several goldens, broken over lines or not', () => {
    const goldens = ['a (mnist, quick)', goldenName(id)].map((name) => ({
      name,
      seal: sealOf(text),
    }))
    const both = goldenLine({ date: '2026-11-03', goldens, reason: 'why', moved: 'all' })
    expect(sealFault(id, text, changelogOf(both))).toBeNull()
    expect(sealFault(id, text, changelogOf(both.replace(' `sha', '\n  `sha')))).toBeNull()
  })

  it('is missing where no line, or a line without one, names the golden', () => {
    const none = `CHANGELOG.md has no seal for tiny-paper (strokes, quick): ${wayOut}`
    expect(sealFault(id, text, '')).toBe(none)
    const unsealed = '- 2026-11-04, tiny-paper (strokes, quick): by hand (nothing)'
    expect(sealFault(id, text, changelogOf(line(sealOf(text)), unsealed))).toBe(none)
  })

  it('is not taken from a reason, another heading or a fence', () => {
    const other = { name: 'other (strokes, quick)', seal: '0123456789abcdef' }
    const reason = `as ${goldenName(id)} \`sha256:${sealOf(text)}\``
    const told = goldenLine({ date: '2026-11-03', goldens: [other], reason, moved: reason })
    expect(sealFault(id, text, changelogOf(told))).toContain('has no seal')
    const added = `# Changelog\n\n## Unreleased\n\n### Added\n\n${line(sealOf(text))}\n`
    expect(sealFault(id, text, added)).toContain('has no seal')
    const fenced = `# Changelog\n\n\`\`\`\n## Unreleased\n\n### Goldens\n\n${line(sealOf(text))}\n\`\`\`\n`
    expect(sealFault(id, text, fenced)).toContain('has no seal')
  })
})
