import clsx from 'clsx';
import type { ComponentProps, CSSProperties } from 'react';

interface SliderProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

/** The browser's own slider in the page's colours. */
export function Slider({ value, min, max, onChange, className, ...rest }: SliderProps) {
  const part = max > min ? (Math.min(max, Math.max(min, value)) - min) / (max - min) : 0;
  return (
    <input
      type="range"
      autoComplete="off"
      min={min}
      max={max}
      value={value}
      onChange={({ target }) => onChange(target.valueAsNumber)}
      className={clsx('slider', className)}
      style={{ '--part': part } as CSSProperties}
      {...rest}
    />
  );
}
