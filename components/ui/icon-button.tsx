import clsx from 'clsx';
import type { ComponentProps } from 'react';

interface IconButtonProps extends ComponentProps<'button'> {
  label: string;
}

/** A quiet button that shows an icon and, where there is room, a word. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'inline-flex h-7 min-w-7 items-center justify-center gap-1.5 rounded-md px-1.5 text-xs text-muted',
        'hover:bg-hover hover:text-text aria-disabled:pointer-events-none aria-disabled:opacity-45',
        'pointer-coarse:h-10 pointer-coarse:min-w-10',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
