import { describe, expect, it } from 'vitest'
import { papers } from '../../src/papers/index.ts'
import { armOf, parseOverrides, presetOf, resolveConfig } from '../../src/run/resolve.ts'
import { UserError } from '../../src/user-error.ts'

const [deepMlp] = papers
const arms = Object.keys(deepMlp.arms)
const parse = (...texts: string[]) => parseOverrides(deepMlp, arms, texts)

function refusal(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    return (error as UserError).message
  }
  throw new Error('nothing was refused')
}

describe('a config', () => {
  it('is the preset’s, with the user’s keys over it, and the arm’s over both', () => {
    const config = resolveConfig(deepMlp, 'headline', 'undeformed', {
      epochs: 2,
      deformation: true,
    })
    expect(config).toEqual({
      ...deepMlp.presets.headline!.config,
      epochs: 2,
      deformation: false,
    })
  })

  it('is checked against the paper’s schema, and the key is named', () => {
    const resolve = () => resolveConfig(deepMlp, 'quick', 'deformed', { epochs: -1 })
    expect(refusal(resolve)).toBe('mnist-deep-mlp: epochs must be above 0')
    const unknown = () => resolveConfig(deepMlp, 'quick', 'deformed', { epoch: 1 })
    expect(refusal(unknown)).toContain('epoch')
  })

  it('of a preset or an arm that is not there is refused with those that are', () => {
    expect(refusal(() => presetOf(deepMlp, 'paper'))).toBe(
      'mnist-deep-mlp has no preset paper; it has headline, quick',
    )
    expect(refusal(() => armOf(deepMlp, 'bent'))).toBe(
      'mnist-deep-mlp has no arm bent; its arms are deformed, undeformed',
    )
  })
})

describe('--set', () => {
  it('reads values as what the schema asks for', () => {
    expect(
      parse('epochs=3', 'learningRate=1e-3', 'optimiser=heavy-ball', 'hiddenWidths=64'),
    ).toEqual({ epochs: 3, learningRate: 0.001, optimiser: 'heavy-ball', hiddenWidths: '64' })
    const compete = papers.find(({ slug }) => slug === 'compete-to-compute')!
    expect(parseOverrides(compete, [], ['carryVelocity=false'])).toEqual({ carryVelocity: false })
  })

  it('takes no keys to mean no overrides', () => {
    expect(parse()).toEqual({})
  })

  it('refuses a text that is no key=value', () => {
    for (const text of ['epochs', '=3', ''])
      expect(refusal(() => parse(text))).toBe(
        `--set ${text}: expected key=value, such as --set epochs=3`,
      )
  })

  it('refuses an unknown key with the list of keys', () => {
    expect(refusal(() => parse('epoch=3'))).toMatch(
      /^mnist-deep-mlp has no key epoch; its keys are dtype, batchSize, /,
    )
  })

  it('refuses a value of the wrong kind, and says what the key means', () => {
    const meaning = '(passes over the training images)'
    for (const [text, why] of [
      ['epochs=many', 'must be a number'],
      ['epochs=2.5', 'must be a whole number'],
      ['epochs=', 'must be a number'],
      ['epochs=Infinity', 'must be a number'],
      ['epochs=0', 'must be above 0'],
    ])
      expect(refusal(() => parse(text))).toBe(`--set ${text}: epochs ${why} ${meaning}`)
    expect(refusal(() => parse('hiddenWidths=12-'))).toContain('widths joined by "-"')
  })

  it('refuses the key that tells the arms apart', () => {
    expect(refusal(() => parse('deformation=false'))).toBe(
      'mnist-deep-mlp: deformation is what tells the arms apart (deformed sets it); choose with --arm',
    )
  })
})
