'use client';

import { Slider } from '@base-ui/react/slider';
import { FONT_SIZE_PX } from '@/lib/store/settings';

interface FontSizeProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

/** Pixels, on the slider that the toolbar has for the time limit. */
export function FontSize({ label, value, onChange }: FontSizeProps) {
  return (
    <Slider.Root
      value={value}
      onValueChange={(size) => onChange(size)}
      min={FONT_SIZE_PX.min}
      max={FONT_SIZE_PX.max}
    >
      <div className="flex">
        <Slider.Label className="font-medium">{label}</Slider.Label>
        <span aria-hidden="true" className="ml-auto text-muted tabular-nums">
          {value} px
        </span>
      </div>
      <Slider.Control className="flex h-8 touch-none items-center px-2 select-none pointer-coarse:h-11">
        <Slider.Track className="h-1 w-full rounded-full bg-line select-none">
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb
            getAriaValueText={(_, size) => `${size} pixels`}
            className="size-4 rounded-full border-2 border-accent bg-raised shadow-thumb has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:size-5"
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
