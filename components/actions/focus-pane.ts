const TARGETS = {
  editor: [
    // Inert until it has taken the plain editor's place.
    '#editor .full-editor:not([inert]) .native-edit-context',
    '#code-field',
    '#editor textarea',
    '#editor',
  ],
  console: ['#console .out-input:not(.out-input-idle) input', '#console [role="log"]'],
  prompt: ['#prompt', '#console .out-input:not(.out-input-idle) input', '#console [role="log"]'],
};

/** Brings a pane into view, where it is behind a tab, and puts the focus into it. */
export function focusPane(pane: keyof typeof TARGETS): void {
  const tab = document.getElementById(pane === 'editor' ? 'tab-code' : 'tab-output');
  if (tab?.checkVisibility()) tab.click();
  // The pane is shown with the next paint.
  requestAnimationFrame(() => {
    for (const target of TARGETS[pane]) {
      const element = document.querySelector<HTMLElement>(target);
      if (element?.checkVisibility()) return element.focus();
    }
  });
}
