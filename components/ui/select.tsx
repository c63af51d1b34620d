import clsx from 'clsx';
import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';

/** The browser's own list in the page's colours; a phone shows it as it shows all lists. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={clsx('select', className)}>
      <select autoComplete="off" {...rest}>
        {children}
      </select>
      <ChevronsUpDown className="size-3.5" aria-hidden="true" />
    </span>
  );
}
