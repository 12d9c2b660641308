/**
 * For the page, before any widget is alive: an address that holds a widget's state brings that widget into view,
 * which is also what wakes it up.
 */
const show = () => {
  for (const part of location.hash.slice(1).split('&')) {
    const name = part.split('=', 1)[0]
    if (name && part.includes('=')) document.getElementById(name)?.scrollIntoView()
  }
}

show()
addEventListener('hashchange', show)

export {}
