import { everySubject, type Rule } from '../../rule.ts'
import { wordsIn } from '../../text/words.ts'
import { withPage } from '../../with-page.ts'

const empty =
  /^(image|images|img|figure|fig|picture|photo|plot|graph|chart|gif|png|alt|screenshot)$/

export const rule: Rule = {
  clause: 'FIG-5',
  severity: 'SHOULD',
  says: 'Every image has words that say what it shows.',
  because: 'some readers hear the page, and an image that does not load leaves its words',
  appliesTo: everySubject,
  example: {
    passes: '![test error by depth, one line an arm](viz/depth.png)',
    fails: '![](viz/depth.png), ![depth.png](viz/depth.png) or ![figure](viz/depth.png)',
  },
  check: withPage('its images', (page, { links }) => {
    const images = links.filter(({ isImage }) => isImage)
    const findings = images.flatMap(({ url, alt = '', line }) => {
      const words = wordsIn(alt)
      const name = wordsIn(url.split('/').at(-1) ?? '')
      const isName = words.length > 0 && words.join(' ') === name.join(' ')
      if (words.length > 0 && !isName && !words.every((word) => empty.test(word))) return []
      const what =
        words.length === 0
          ? `the image ${url} has no words for those who do not see it`
          : `the words of the image ${url}, "${alt}", do not say what it shows`
      return [{ what, at: { path: page.path, line } }]
    })
    return { lookedFor: `words for each of ${images.length}`, findings }
  }),
}
