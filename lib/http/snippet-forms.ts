/** The forms behind the dot of `/s/{id}.txt`, as next.config.js has them: any other is the page of no program. */
export const FILE_FORMS = 'txt|md|json|ipynb|zip|py|js|ts|R|java|png';
/** Those of a demo, `/d/{id}.md`; next.config.js has them too. */
export const DEMO_FORMS = 'md|ipynb|html|txt|json';
