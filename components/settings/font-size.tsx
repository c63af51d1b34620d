'use client';

import { useId } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { Slider } from '@/components/ui/slider';
import { fill } from '@/lib/messages/messages';
import { FONT_SIZE_PX } from '@/lib/store/settings';

interface FontSizeProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** Pixels, on the slider that the toolbar has for the time limit. */
export function FontSize({ label, value, onChange }: FontSizeProps) {
  const id = useId();
  const texts = useMessages().settings;
  return (
    <div>
      <div className="flex">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span aria-hidden="true" className="ml-auto text-muted tabular-nums">
          {fill(texts.size, { size: value })}
        </span>
      </div>
      <Slider
        aria-labelledby={id}
        aria-valuetext={fill(texts.sizeSpoken, { size: value })}
        value={value}
        onChange={onChange}
        min={FONT_SIZE_PX.min}
        max={FONT_SIZE_PX.max}
        className="block w-full"
      />
    </div>
  );
}
