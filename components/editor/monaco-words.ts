/**
 * Monaco's own texts in the page's language. It takes them once, when it is loaded: who changes the
 * language later finds them changed after a reload.
 */
export async function loadMonacoWords(): Promise<void> {
  if (document.documentElement.lang.startsWith('zh')) await import('monaco-editor/nls/lang/zh-cn');
}
