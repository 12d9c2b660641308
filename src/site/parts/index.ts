/** What an author may write in MDX without an import. */
import Snippet from '../snippet/Snippet.astro'
import Step from '../step/Step.astro'
import Aside from './Aside.astro'
import Diagram from './Diagram.astro'
import Heading2 from './Heading2.astro'
import Heading3 from './Heading3.astro'
import Predict from './Predict.astro'
import Term from './Term.astro'
import ThenNow from './ThenNow.astro'
import Widget from './Widget.astro'

export const parts = {
  Aside,
  Diagram,
  Predict,
  Snippet,
  Step,
  Term,
  ThenNow,
  Widget,
  h2: Heading2,
  h3: Heading3,
}
