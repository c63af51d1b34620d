const SCHEME = 'file:///';

/** Monaco's name for the document of that path; what imports it finds it by this name. */
export function documentUri(path: string): string {
  return SCHEME + path.split('/').map(encodeURIComponent).join('/');
}
