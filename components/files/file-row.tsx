import { Ellipsis } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { formatBytes } from '@/lib/console/format';
import { fill } from '@/lib/messages/messages';
import { shownPath } from '@/lib/store/shown-path';
import { kindOfFile } from './file-kind';
import { NameField } from './name-field';
import { PathLabel } from './path-label';

interface FileRowProps {
  path: string;
  sizeBytes: number;
  /** What the name does when it is pressed; absent: it shows the actions. */
  onOpen?: () => void;
  isOpen?: boolean;
  /** Takes a new name, or tells why not: a sentence. */
  onRename: (name: string) => Promise<string | undefined> | string | undefined;
  onRemove: () => void;
  /** Beside the size. */
  remark?: string | undefined;
  /** The actions, which are shown when they are asked for. */
  children: (rename: () => void) => ReactNode;
}

/** A file in the list: its name, what it is, and what can be done with it. */
export function FileRow(props: FileRowProps) {
  const { path, sizeBytes, onOpen, isOpen = false, onRename, onRemove, remark, children } = props;
  const texts = useMessages().files;
  const id = useId();
  const [expanded, setExpanded] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const [error, setError] = useState<string>();
  const { Icon, word } = kindOfFile(path);
  const name = shownPath(path);
  const toggle = () => setExpanded(!expanded);
  const row = useRef<HTMLLIElement>(null);

  useLayoutEffect(() => {
    const element = row.current;
    return () => {
      // The focus shall not be lost with a file that goes.
      if (element?.contains(document.activeElement)) document.getElementById('files-head')?.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F2') setNaming(true);
    else if (event.key === 'Delete') onRemove();
    else return;
    event.preventDefault();
  };
  const rename = (newName: string) => {
    void Promise.resolve(onRename(newName)).then(setError);
    return true;
  };

  return (
    <li ref={row} className="file-row" data-open={isOpen}>
      {isNaming ? (
        <NameField
          label={fill(texts.renameOf, { name })}
          path={path}
          errorId={`${id}-error`}
          onName={rename}
          onClose={() => setNaming(false)}
        />
      ) : (
        <div className="file-line">
          <button
            type="button"
            className="file-name"
            aria-label={name}
            aria-current={isOpen ? 'true' : undefined}
            aria-expanded={onOpen ? undefined : expanded}
            aria-controls={onOpen || !expanded ? undefined : `${id}-actions`}
            aria-keyshortcuts="F2 Delete"
            onClick={onOpen ?? toggle}
            onKeyDown={onKeyDown}
          >
            <Icon className="size-4 shrink-0 text-muted" aria-hidden="true" />
            <PathLabel path={path} />
          </button>
          <span className="file-facts">
            {word ? <span className="max-sm:hidden file-word">{word}</span> : null}
            {formatBytes(sizeBytes)}
          </span>
          <IconButton
            label={fill(texts.pane.actionsOf, { name })}
            aria-expanded={expanded}
            aria-controls={expanded ? `${id}-actions` : undefined}
            onClick={toggle}
          >
            <Ellipsis className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      )}
      {remark ? <p className="file-remark">{remark}</p> : null}
      <p id={`${id}-error`} role="alert" className="file-row-error">
        {error}
      </p>
      {expanded && !isNaming ? (
        <div id={`${id}-actions`} className="file-actions">
          {children(() => setNaming(true))}
        </div>
      ) : null}
    </li>
  );
}
