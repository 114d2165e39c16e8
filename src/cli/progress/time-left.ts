import { durationText } from '../text/figures.ts'

/** Words for what is left, from how long the parts took that are done. */
export function timeLeft(): (done: number, all: number) => string {
  const began = performance.now()
  return (done, all) => {
    if (done === 0 || done === all) return ''
    const seconds = (performance.now() - began) / 1000
    return `, about ${durationText((seconds / done) * (all - done))} left`
  }
}
