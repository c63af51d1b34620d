import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import {
  CHILDREN_AT_ONCE,
  parentOfMore,
  type TreeRow,
  type TreeState,
  treeRows,
} from '@/lib/console/json-tree';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';
import { useKept } from './use-kept';

const CLOSED: TreeState = { toggled: new Set(), shown: new Map() };

/** A JSON value as a tree that is walked with the arrow keys. */
export function JsonResult({ block, value, toggle }: FormProps & { value: unknown }) {
  const [state, setState] = useKept(block, 'tree', CLOSED);
  const [current, setCurrent] = useKept(block, 'treeRow', '$');
  const texts = useTexts();
  const tree = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(value, state, texts), [value, state, texts]);
  const at = Math.max(
    0,
    rows.findIndex(({ path }) => path === current),
  );

  const act = ({ path, kind, expanded }: TreeRow) => {
    setCurrent(path);
    if (kind === 'more') {
      const parent = parentOfMore(path);
      const shown = (state.shown.get(parent) ?? CHILDREN_AT_ONCE) + CHILDREN_AT_ONCE;
      setState({ ...state, shown: new Map(state.shown).set(parent, shown) });
    } else if (expanded !== undefined) {
      const toggled = new Set(state.toggled);
      if (!toggled.delete(path)) toggled.add(path);
      setState({ ...state, toggled });
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const goTo = (index: number) => {
      const path = rows[index]?.path;
      if (path === undefined) return;
      setCurrent(path);
      tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[index]?.focus();
    };
    switch (event.key) {
      case 'ArrowDown':
        goTo(at + 1);
        break;
      case 'ArrowUp':
        goTo(at - 1);
        break;
      case 'Home':
        goTo(0);
        break;
      case 'End':
        goTo(rows.length - 1);
        break;
      case 'ArrowRight':
        if (row.expanded === false) act(row);
        else if (row.expanded) goTo(at + 1);
        break;
      case 'ArrowLeft':
        if (row.expanded) act(row);
        else goTo(rows.findLastIndex(({ level }, index) => index < at && level < row.level));
        break;
      case 'Enter':
      case ' ':
        act(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <>
      <div ref={tree} role="tree" aria-label="JSON" className="result-tree" onKeyDown={onKeyDown}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for all of its rows
          <div
            key={row.path}
            role="treeitem"
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.size}
            aria-expanded={row.expanded}
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            style={{ paddingLeft: `${(row.level - 1) * 1.25}rem` }}
            onClick={() => document.getSelection()?.isCollapsed && act(row)}
          >
            <ChevronRight aria-hidden="true" className="tree-arrow" data-open={row.expanded} />
            <span>
              {row.key === undefined ? null : <span className="tree-key">{row.key}: </span>}
              <span data-kind={row.kind}>{row.preview}</span>
            </span>
          </div>
        ))}
      </div>
      <ResultFoot summary="JSON">{toggle}</ResultFoot>
    </>
  );
}
