import { describe, expect, it } from 'vitest'
import { emptyChangelog, goldenLine, insertGoldenLine } from '../../src/goldens/changelog.ts'

const line = '- new'

const full = `# Changelog

## Unreleased

### Added

- a thing

### Goldens

- old

## 0.1.0

### Goldens

- older

[0.1.0]: a-link
`

describe('a line about accepted goldens', () => {
  it('names the day, the goldens, the reason and what moved, on one line', () => {
    const goldens = [
      { name: 'a (mnist, quick)', seal: '0123456789abcdef' },
      { name: 'b (mnist, quick)', seal: 'fedcba9876543210' },
    ]
    const reason = ' faster\n\n## <!-- kernels '
    expect(goldenLine({ date: '2026-11-03', goldens, reason, moved: 'first golden' })).toBe(
      '- 2026-11-03, a (mnist, quick) `sha256:0123456789abcdef`, b (mnist, quick) `sha256:fedcba9876543210`: faster ## \\<!-- kernels (first golden)',
    )
  })

  it('goes to the end of the unreleased goldens and nothing else changes', () => {
    expect(insertGoldenLine(full, line)).toBe(full.replace('- old\n', '- old\n- new\n'))
    const windows = full.replaceAll('\n', '\r\n')
    expect(insertGoldenLine(windows, line)).toBe(windows.replace('- old\r\n', '- old\r\n- new\r\n'))
  })

  it('makes the headings that are missing', () => {
    const heading = '### Goldens\n\n- old\n\n'
    expect(insertGoldenLine(full.replace(heading, ''), line)).toBe(
      full.replace(heading, '### Goldens\n\n- new\n\n'),
    )
    expect(insertGoldenLine(full.replace('- old\n\n', ''), line)).toBe(
      full.replace('- old', '- new'),
    )
    const made = '# Changelog\n\n## Unreleased\n\n### Goldens\n\n- new\n'
    expect(insertGoldenLine(emptyChangelog, line)).toBe(made)
    expect(insertGoldenLine('', line)).toBe(made.replace('# Changelog\n\n', ''))
    const released = '# Changelog\n\n## 0.1.0\n\n- older\n'
    expect(insertGoldenLine(released, line)).toBe(made + released.replace('# Changelog\n', ''))
  })

  it('is not fooled by headings inside a fence', () => {
    const fenced = '# Changelog\n\n```\n## Unreleased\n### Goldens\n```\n\n## Unreleased\n\n- x\n'
    expect(insertGoldenLine(fenced, line)).toBe(`${fenced}\n### Goldens\n\n- new\n`)
  })

  it('keeps link definitions at the end', () => {
    const links = '## [Unreleased]\n\n### Goldens\n\n- old\n\n[Unreleased]: a-link\n'
    expect(insertGoldenLine(links, line)).toBe(links.replace('- old\n', '- old\n- new\n'))
  })
})
