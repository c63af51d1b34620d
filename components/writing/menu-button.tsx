'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface MenuButtonProps {
  icon: ReactNode;
  /** What stands on it; beside its icon where there is room. */
  text: string;
  /** What the list is called. */
  label: string;
  /** It is about to be unfolded. */
  onOpen?: () => void;
  children: ReactNode;
}

/** A button that unfolds a list of things to do. */
export function MenuButton({ icon, text, label, onOpen, children }: MenuButtonProps) {
  return (
    <Menu.Root onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <Menu.Trigger className="snippet-button" aria-label={text} title={text}>
        {icon}
        <span className="max-xs:hidden">{text}</span>
        <ChevronDown className="size-3.5 text-muted" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="writing-menu-place" sideOffset={4} align="start">
          <Menu.Popup className="writing-menu" aria-label={label}>
            {children}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuItemProps {
  onChoose: () => void;
  /** Behind it, in small letters. */
  aside?: string;
  isDanger?: boolean;
  children: ReactNode;
}

export function MenuItem({ onChoose, aside, isDanger = false, children }: MenuItemProps) {
  return (
    <Menu.Item className="writing-menu-item" data-danger={isDanger} onClick={onChoose}>
      <span className="min-w-0 truncate">{children}</span>
      {aside ? <span className="writing-menu-aside">{aside}</span> : null}
    </Menu.Item>
  );
}

export function MenuGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="writing-menu-title">{title}</Menu.GroupLabel>
      {children}
    </Menu.Group>
  );
}
