export const errors = {
  notFound: {
    /** The tab's name. */
    tab: 'Page not found',
    title: 'There is no page here',
    text: 'The address may be mistyped, or what it pointed to is gone.',
    toPlayground: 'Open the playground',
  },
  page: {
    title: 'The page stopped working',
    text: 'Your program is saved in this browser. Try again; if it keeps happening, reload the page.',
    tryAgain: 'Try again',
  },
  reference: 'Reference {id}',
};
