import { withText } from '../changed.ts'
import type { Fault } from '../fault.ts'

const python = (write: string, what: RegExp, line: number): Fault => ({
  of: 'stub',
  edit: { path: 'test_model.py', write },
  finds: { what, path: 'test_model.py', line },
})

const javascript = (write: string, what: RegExp, line: number): Fault => ({
  of: 'declared-stub',
  edit: { path: 'model.test.mjs', write },
  finds: { what, path: 'model.test.mjs', line },
})

export const faults: readonly Fault[] = [
  python(
    'import pytest\n\n@pytest.mark.skip(reason="slow")\ndef test_a():\n    assert f(1) == 2\n',
    /a test is skipped/,
    3,
  ),
  python(
    'def test_a():\n    """Gradients agree."""\n    pass\n',
    /the test test_a asks nothing/,
    1,
  ),
  python('def test_a():\n    return\n    assert f(1) == 2\n', /the test test_a asks nothing/, 1),
  python(
    'def test_a():\n    x = f(1)\n    assert True, "x"\n',
    /asserts True, which cannot fail/,
    3,
  ),
  python('def test_a():\n    assert (f(1) == 2, "wrong")\n', /asserts a tuple/, 2),
  python('def test_a():\n    assert f(1) == 2 or True\n', /asserts f\(1\) == 2 or True/, 2),
  python(
    'class TestA(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(x, x)\n',
    /compares x with itself/,
    3,
  ),
  javascript("it.skip('learns', () => {\n  expect(f(1)).toBe(2)\n})\n", /a test is skipped/, 1),
  javascript(
    "describe('net', () => {\n  it('learns', () => {\n  })\n})\n",
    /a test asks nothing/,
    2,
  ),
  javascript(
    "it('learns', () => {\n  expect(true).toBe(true)\n})\n",
    /compares true with itself/,
    2,
  ),
  javascript("it('a', () => {\n  assert.ok(true)\n})\n", /asserts true/, 2),
  javascript("test.only('a', () => {\n  assert.equal(f(1), 2)\n})\n", /skips all the others/, 1),
  {
    of: 'mnist-deep-mlp',
    says: 'an assertion that holds whatever happens',
    change: (evidence) =>
      withText(
        evidence,
        'train.ts',
        '  const config = configSchema.parse(given)',
        '  assert(given === given)\n  const config = configSchema.parse(given)',
      ),
    finds: { what: /compares given with itself/, path: 'train.ts', on: 'assert(given === given)' },
  },
]
