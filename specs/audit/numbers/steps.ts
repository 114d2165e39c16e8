import { type Profiler, Session } from 'node:inspector/promises'

/**
 * How much work a call does in the audit's code: how often each function and each branch of it is
 * entered, as V8 counts them. The same on every machine, however busy. What regular expressions do
 * inside is not counted. Null under c8, whose own counts another count would reset.
 */
export async function stepsOf(work: () => void): Promise<number | null> {
  if (process.env.NODE_V8_COVERAGE) {
    work()
    return null
  }
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    work()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    await session.post('Profiler.stopPreciseCoverage')
    return result.filter(({ url }) => url.includes('/src/audit/')).reduce(addCounts, 0)
  } finally {
    session.disconnect()
  }
}

const addCounts = (sum: number, { functions }: Profiler.ScriptCoverage) =>
  functions.flatMap(({ ranges }) => ranges).reduce((all, { count }) => all + count, sum)
