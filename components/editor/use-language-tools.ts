import { useEffect, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { openLanguage, pythonVersion } from '@/lib/store/selectors';

/**
 * Lets Ruff check Python in the browser in place of the server, from the first use of the editor on.
 * Where it cannot be had, or the visitor saves data, the server goes on.
 */
export function useLanguageTools(): void {
  const store = usePlaygroundStore();
  const isPython = usePlayground(
    (state) => state.language === 'python' || openLanguage(state) === 'python',
  );
  const version = usePlayground(pythonVersion);
  const isUsed = useEditorIsUsed();

  useEffect(() => {
    if (!isPython || !isUsed || savesData()) return;
    let isGone = false;
    const start = async () => {
      const { pythonChecker } = await import('./tools/python-tools');
      const checker = await pythonChecker(version);
      if (!isGone) store.getState().setChecker('python', checker);
    };
    start().catch(() => {});
    return () => {
      isGone = true;
      store.getState().setChecker('python', undefined);
    };
  }, [store, isPython, isUsed, version]);
}

/** True once the focus has been in the editor. */
function useEditorIsUsed(): boolean {
  const [isUsed, setUsed] = useState(false);
  useEffect(() => {
    const look = () => {
      if (!document.activeElement?.closest('#editor')) return;
      setUsed(true);
      document.removeEventListener('focusin', look);
    };
    document.addEventListener('focusin', look);
    look();
    return () => document.removeEventListener('focusin', look);
  }, []);
  return isUsed;
}

/** The Network Information API, where the browser has it. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
  type?: string;
}

/** Whether 4 MB are too much to ask for. */
function savesData(): boolean {
  const {
    saveData,
    effectiveType = '',
    type,
  } = (navigator as { connection?: Connection }).connection ?? {};
  return saveData === true || type === 'cellular' || /[23]g/.test(effectiveType);
}
