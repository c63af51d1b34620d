/** The forms behind the dot of `/s/{id}.txt`, as next.config.js has them: any other is the page of no program. */
export const FILE_FORMS = 'txt|md|json|ipynb|zip|py|js|ts|R|java|png';
